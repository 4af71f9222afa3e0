internal import TextScan

/// What ranking places asks for, at a fixed width, so that no row has to be read.
struct PlaceNumbers: Equatable {
  /// 1e-5 degrees; nil where the place has no point.
  var latitude, longitude: Int32?
  var population: UInt32
  var feature: PlaceFeature
  /// ISO 3166 alpha-2 as two bytes.
  var country: UInt16

  static func bytes(of rows: [SourceTables.Row]) -> [UInt8] {
    var writer = ByteWriter()
    for row in rows {
      for column in [8, 9] {
        let value = Double(row.fields[column]).map { Int32(($0 * 100_000).rounded()) } ?? ByteForm.noCoordinate
        writer.add(UInt32(bitPattern: value))
      }
      writer.add(UInt32(clamping: Int(row.fields[10]) ?? 0))
      writer.add(UInt16(PlaceFeature(named: row.fields[4]).rawValue))
      writer.add(country(row.fields[7]))
    }
    return writer.bytes
  }

  static func country(_ code: String) -> UInt16 {
    let letters = Array(code.utf8)
    return letters.count == 2 ? UInt16(letters[0]) << 8 | UInt16(letters[1]) : 0
  }

  init?(_ bytes: ConstantBytes, at offset: Int) {
    let latitude = Int32(bitPattern: bytes.uint32(at: offset))
    let longitude = Int32(bitPattern: bytes.uint32(at: offset + 4))
    self.latitude = latitude == ByteForm.noCoordinate ? nil : latitude
    self.longitude = longitude == ByteForm.noCoordinate ? nil : longitude
    population = bytes.uint32(at: offset + 8)
    guard let feature = PlaceFeature(rawValue: UInt8(truncatingIfNeeded: bytes.uint16(at: offset + 12))) else {
      return nil
    }
    self.feature = feature
    country = bytes.uint16(at: offset + 14)
  }
}
