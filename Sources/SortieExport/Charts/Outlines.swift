/// The outlines of countries and of disputed borders that the map stands on; from Natural Earth.
struct Outlines: Sendable {
  struct Shape: Sendable {
    /// ISO 3166 alpha-2; nil for disputed borders and what has no code.
    let code: String?
    let name: String
    let label: GeoPoint
    /// Rings of a country, the largest first, or lines of a border.
    let lines: [[GeoPoint]]
    let bounds: GeoBox
  }

  let countries: [Shape]
  let disputed: [Shape]

  /// What lies in the binary.
  static let embedded = Outlines(csv: PageParts.outlines)

  /// Names of states by their code.
  func name(of code: String) -> String? { countries.first { $0.code == code }?.name }

  /// - Parameter csv: rows as `Gazetteer/generate/outlines.py` writes them; a row that is none is left out.
  init(csv: [UInt8]) {
    var countries: [Shape] = []
    var disputed: [Shape] = []
    for line in csv.split(separator: 0x0A).dropFirst() {
      let fields = Self.fields(line)
      guard fields.count == 6, let longitude = Double(fields[3]), let latitude = Double(fields[4]) else { continue }
      let lines = fields[5].split(separator: "|").map(Self.points)
      guard let bounds = GeoBox(around: lines.joined()) else { continue }
      let shape = Shape(
        code: fields[1].isEmpty ? nil : fields[1], name: fields[2],
        label: GeoPoint(longitude: longitude, latitude: latitude), lines: lines, bounds: bounds)
      if fields[0] == "country" { countries.append(shape) } else { disputed.append(shape) }
    }
    self.countries = countries
    self.disputed = disputed
  }

  /// The fields of a line; names with a comma stand in quotes and hold none themselves.
  private static func fields(_ line: ArraySlice<UInt8>) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    for byte in line {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
      default: field.append(byte)
      }
    }
    fields.append(String(decoding: field, as: UTF8.self))
    return fields
  }

  /// Points from steps in hundredths of degrees.
  private static func points(_ line: Substring) -> [GeoPoint] {
    let steps = line.split(separator: " ").compactMap { Int($0) }
    var x = 0
    var y = 0
    return stride(from: 0, to: steps.count - 1, by: 2).map { index in
      x += steps[index]
      y += steps[index + 1]
      return GeoPoint(longitude: Double(x) / 100, latitude: Double(y) / 100)
    }
  }
}

/// A part of the globe between two meridians and two parallels, in degrees.
struct GeoBox: Equatable, Sendable {
  var west: Double
  var south: Double
  var east: Double
  var north: Double

  init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// Nil where there is no point.
  init?(around points: some Sequence<GeoPoint>) {
    var box: GeoBox?
    for point in points {
      guard let old = box else {
        box = GeoBox(west: point.longitude, south: point.latitude, east: point.longitude, north: point.latitude)
        continue
      }
      box = GeoBox(
        west: min(old.west, point.longitude), south: min(old.south, point.latitude),
        east: max(old.east, point.longitude), north: max(old.north, point.latitude))
    }
    guard let box else { return nil }
    self = box
  }

  func overlaps(_ other: GeoBox) -> Bool {
    west <= other.east && other.west <= east && south <= other.north && other.south <= north
  }

  func contains(_ point: GeoPoint) -> Bool {
    (west...east).contains(point.longitude) && (south...north).contains(point.latitude)
  }
}
