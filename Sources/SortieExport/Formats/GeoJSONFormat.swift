public import SortieSchema

/// A feature collection (RFC 7946) with one feature a record, whose properties are the columns of the CSV.
///
/// The geometry is a point, or several where the record has several places with coordinates of their own. Provinces,
/// regions and countries give no point; a record without any keeps its feature, with a null geometry.
public struct GeoJSONFormat: SortieFormat {
  public static let name = "geojson"
  public static let fileExtensions = ["geojson"]
  public static let about = "a map layer: points with the columns of the table as properties"

  private let options: FormatOptions
  private var isFirst = true

  public init(options: FormatOptions) { self.options = options }

  public mutating func begin(into buffer: inout [UInt8]) {
    buffer.append(contentsOf: "{\"type\":\"FeatureCollection\",\"features\":[".utf8)
  }

  public mutating func write(_ result: DocumentResult, into buffer: inout [UInt8]) {
    for row in RecordRow.rows(of: result, options: options) {
      buffer.append(contentsOf: (isFirst ? "\n" : ",\n").utf8)
      isFirst = false
      feature(row, into: &buffer)
    }
  }

  public mutating func end(into buffer: inout [UInt8]) { buffer.append(contentsOf: (isFirst ? "]}\n" : "\n]}\n").utf8) }

  private func feature(_ row: RecordRow, into buffer: inout [UInt8]) {
    buffer.append(contentsOf: "{\"type\":\"Feature\",\"id\":".utf8)
    JSONWriter.string(row.record.id, into: &buffer)
    JSONWriter.key("geometry", into: &buffer)
    geometry(row.record.places.compactMap(\.point), into: &buffer)
    JSONWriter.key("properties", into: &buffer)
    buffer.append(UInt8(ascii: "{"))
    var cell = CellWriter()
    for column in Column.all {
      JSONWriter.key(column.name, into: &buffer)
      column.write(row, &cell)
      switch cell.take() {
      case .empty: JSONWriter.null(into: &buffer)
      case .text(let text): JSONWriter.string(text, into: &buffer)
      case .integer(let value): JSONWriter.integer(value, into: &buffer)
      case .number(let value): JSONWriter.number(value, into: &buffer)
      case .flag(let value): JSONWriter.bool(value, into: &buffer)
      case .date(let date): JSONWriter.string(date.description, into: &buffer)
      }
    }
    buffer.append(contentsOf: "}}".utf8)
  }

  private func geometry(_ points: [(latitude: Double, longitude: Double)], into buffer: inout [UInt8]) {
    guard !points.isEmpty else { return JSONWriter.null(into: &buffer) }
    let isOne = points.count == 1
    buffer.append(contentsOf: "{\"type\":\"\(isOne ? "Point" : "MultiPoint")\",\"coordinates\":".utf8)
    if !isOne { buffer.append(UInt8(ascii: "[")) }
    for (index, point) in points.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      // GeoJSON has the longitude first.
      buffer.append(UInt8(ascii: "["))
      JSONWriter.number(point.longitude, into: &buffer)
      buffer.append(UInt8(ascii: ","))
      JSONWriter.number(point.latitude, into: &buffer)
      buffer.append(UInt8(ascii: "]"))
    }
    if !isOne { buffer.append(UInt8(ascii: "]")) }
    buffer.append(UInt8(ascii: "}"))
  }
}
