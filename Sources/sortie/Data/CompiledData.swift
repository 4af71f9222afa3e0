import BundledData
import Crypto
import TextScan

/// The compiled gazetteer and patterns in one file: magic, version, then for each the length and the SHA-256 of its
/// bytes, then the bytes. Numbers are little-endian.
struct CompiledData {
  struct Section: Equatable {
    let bytes: ConstantBytes
    /// SHA-256.
    let digest: [UInt8]

    init(_ bytes: [UInt8]) {
      self.bytes = ConstantBytes(bytes)
      digest = Array(SHA256.hash(data: bytes))
    }

    init(bytes: ConstantBytes, digest: [UInt8]) {
      self.bytes = bytes
      self.digest = digest
    }

    /// As records name their data: the first 16 hex digits.
    var name: String { Self.name(digest) }

    /// The first 16 hex digits of a digest.
    static func name(_ digest: [UInt8]) -> String {
      digest.prefix(8).map { byte in
        let hex = String(byte, radix: 16)
        return hex.utf8.count == 1 ? "0" + hex : hex
      }.joined()
    }
  }

  enum Fault: EndingError, Equatable, CustomStringConvertible {
    case notCompiledData
    case otherVersion(Int)
    case damaged

    var status: ExitStatus { .noInput }

    var description: String {
      switch self {
      case .notCompiledData:
        "this build holds no gazetteer and no patterns: run 'sortie check --record' in the source folder and build "
          + "again, or give --gazetteer and --patterns"
      case .otherVersion(let version): "the compiled data is of version \(version), not \(CompiledData.version)"
      case .damaged: "the compiled data is damaged"
      }
    }
  }

  static let magic = Array("SORTIE".utf8)
  static let version = 1
  private static let digestLength = 32
  private static let headLength = magic.count + 2 + 2 * (8 + digestLength)

  let gazetteer: Section
  let patterns: Section

  init(gazetteer: Section, patterns: Section) {
    self.gazetteer = gazetteer
    self.patterns = patterns
  }

  func encode() -> [UInt8] {
    var bytes = Self.magic + [UInt8(Self.version), 0]
    for section in [gazetteer, patterns] {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: UInt64(section.bytes.count) >> shift))
      }
      bytes += section.digest
    }
    return bytes + gazetteer.bytes.array + patterns.bytes.array
  }

  /// The data in the program itself.
  static func embedded() throws(Fault) -> CompiledData { try CompiledData(BundledData.bytes) }

  init(_ bytes: [UInt8]) throws(Fault) { try self.init(ConstantBytes(bytes)) }

  /// Reads what `encode` gave. The digests are taken as they stand; `isIntact` checks them.
  init(_ bytes: ConstantBytes) throws(Fault) {
    let head = bytes[0..<min(bytes.count, Self.headLength)].array
    guard head.starts(with: Self.magic), head.count > Self.magic.count else { throw .notCompiledData }
    guard head[Self.magic.count] == UInt8(Self.version) else { throw .otherVersion(Int(head[Self.magic.count])) }
    guard head.count == Self.headLength else { throw .damaged }
    var offset = Self.magic.count + 2
    var lengths: [Int] = []
    var digests: [[UInt8]] = []
    for _ in 0..<2 {
      let length = bytes.uint64(at: offset)
      guard length <= UInt64(bytes.count) else { throw .damaged }
      lengths.append(Int(length))
      digests.append(Array(head[offset + 8..<offset + 8 + Self.digestLength]))
      offset += 8 + Self.digestLength
    }
    let split = Self.headLength + lengths[0]
    guard split + lengths[1] == bytes.count else { throw .damaged }
    gazetteer = Section(bytes: bytes[Self.headLength..<split], digest: digests[0])
    patterns = Section(bytes: bytes[split..<bytes.count], digest: digests[1])
  }

  /// Whether the bytes are those that the digests were taken of.
  var isIntact: Bool {
    Section(gazetteer.bytes.array) == gazetteer && Section(patterns.bytes.array) == patterns
  }
}
