/// Where the bytes of an input come from; files belong to whoever opens them.
public protocol ByteSource {
  /// Appends up to `count` of the bytes that follow.
  /// - Returns: how many; 0 only at the end.
  mutating func read(upTo count: Int, onto buffer: inout [UInt8]) throws -> Int
}

extension ByteSource {
  /// So many bytes are asked for at once.
  static var chunk: Int { 1 << 18 }

  /// All bytes that are left.
  /// - Throws: `InputProblem` where there are more than the limits allow.
  mutating func readAll(_ limits: InputLimits) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while try read(upTo: Self.chunk, onto: &bytes) > 0 {
      guard bytes.count <= limits.wholeBytes else { throw InputProblem.tooLarge(limit: limits.wholeBytes) }
    }
    return bytes
  }
}

/// Bytes that are in memory already.
public struct BytesInMemory: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  public init(_ bytes: [UInt8]) { self.bytes = bytes }
  public init(_ text: String) { self.init(Array(text.utf8)) }

  public mutating func read(upTo count: Int, onto buffer: inout [UInt8]) -> Int {
    let end = min(bytes.count, position + count)
    defer { position = end }
    buffer.append(contentsOf: bytes[position..<end])
    return end - position
  }
}

/// A source whose first bytes were looked at, and which gives them again.
struct OpenedSource: ByteSource {
  private var rest: any ByteSource
  private var seen: [UInt8] = []
  private var position = 0

  init(_ source: any ByteSource) { rest = source }

  /// The first bytes, by which the kind is told.
  mutating func opening() throws -> Opening {
    var isWhole = false
    while seen.count < Opening.length, !isWhole {
      isWhole = try rest.read(upTo: Self.chunk, onto: &seen) == 0
    }
    return Opening(bytes: Array(seen.prefix(Opening.length)), isWhole: isWhole && seen.count <= Opening.length)
  }

  mutating func read(upTo count: Int, onto buffer: inout [UInt8]) throws -> Int {
    guard position < seen.count else {
      seen = []
      position = 0
      return try rest.read(upTo: count, onto: &buffer)
    }
    let end = min(seen.count, position + count)
    defer { position = end }
    buffer.append(contentsOf: seen[position..<end])
    return end - position
  }
}
