/// The layout of the compiled form: a head of section offsets, then the sections, all numbers little-endian.
enum ByteForm {
  static let magic: [UInt8] = Array("SGAZ".utf8)
  static let version: UInt32 = 3

  enum Section: Int, CaseIterable {
    /// Bits that sift the first tokens of names; its size is a power of two.
    case sieve
    /// The same for tokens in lower case: most names begin with a capital.
    case lowerSieve
    /// For each leading bit pattern of a key where its keys begin.
    case directory
    case keys
    /// For each key: bit 31 tells that longer names go on from it; the rest is an offset into `candidates`, or 0.
    case payloads
    case candidates
    case placeNumbers
    /// Rows of the tables, in the order of `Table`.
    case groups, airForces, claimants, aircraft, munitions, targetTypes, places
    case englishWords
    /// One row: names by which a text is known to speak of flying, for `Gazetteer.flightNames`.
    case flightNames

    static func rows(of table: Table) -> Section { Section(rawValue: groups.rawValue + Int(table.rawValue)) ?? groups }
  }

  static let headLength = 8 + Section.allCases.count * 8
  /// latitude, longitude (1e-5 degrees), population, feature and country.
  static let placeNumberLength = 16
  static let noCoordinate = Int32.min
}

/// Writes little-endian numbers.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func add(_ value: UInt16) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
  }

  mutating func add(_ value: UInt32) {
    add(UInt16(truncatingIfNeeded: value))
    add(UInt16(truncatingIfNeeded: value >> 16))
  }

  mutating func add(_ value: UInt64) {
    add(UInt32(truncatingIfNeeded: value))
    add(UInt32(truncatingIfNeeded: value >> 32))
  }
}

/// Why bytes are no compiled gazetteer.
public enum CompiledFormError: Error, Equatable, Sendable, CustomStringConvertible {
  case notAGazetteer
  case otherVersion(UInt32)
  case damaged(section: String)

  public var description: String {
    switch self {
    case .notAGazetteer: "not a compiled gazetteer"
    case .otherVersion(let found): "compiled by another version (form \(found), this is form \(ByteForm.version))"
    case .damaged(let section): "damaged compiled gazetteer (\(section))"
    }
  }
}
