public import SortieSchema

/// A folder of CSV files, one a table, with a `datapackage.json` that describes them (Frictionless Data Package and
/// Table Schema): types, closed lists, keys, units, meanings.
public struct DataPackageFormat: FolderFormat {
  public static let name = "datapackage"
  public static let fileExtensions: [String] = []
  public static let about = "a folder: every table as CSV, described by a datapackage.json"
  public static let fileNames = Layout.all.map(fileName) + ["datapackage.json"]

  private let options: FormatOptions
  private let tables: [DelimitedTable]
  private var ids = DistinctIDs()

  public init(options: FormatOptions) {
    self.options = options
    let writer = DelimitedWriter(delimiter: UInt8(ascii: ","), lineEnd: .crlf, isRaw: options.isRaw)
    tables = Layout.all.map { DelimitedTable(layout: $0, writer: writer, options: options) }
  }

  public var notes: [String] { ids.notes }

  public mutating func begin(into buffers: inout [[UInt8]]) {
    for index in tables.indices { tables[index].begin(into: &buffers[index]) }
  }

  public mutating func write(_ result: DocumentResult, into buffers: inout [[UInt8]]) {
    var result = result
    ids.settle(&result)
    let rows = TabledResult(result, options: options)
    for index in tables.indices { tables[index].write(rows, into: &buffers[index]) }
  }

  public mutating func end(into buffers: inout [[UInt8]]) {
    PackageDescriptor(layouts: Layout.all, isRaw: options.isRaw, fileName: Self.fileName)
      .write(into: &buffers[tables.count])
  }

  private static func fileName(_ layout: Layout) -> String { "\(layout.name).csv" }
}
