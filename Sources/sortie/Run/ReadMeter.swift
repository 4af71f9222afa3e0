import SortieDocuments

/// How much of the inputs was read so far.
final class ReadMeter {
  /// Bytes, as they lie on the disk.
  private(set) var read = 0
  /// Bytes of all inputs; nil where one of them does not say how much it has.
  let total: Int?

  /// - Parameter inputs: whose sizes are wanted; none where nobody asks.
  init(sizing inputs: [Input]) {
    var total = inputs.isEmpty ? nil : 0
    for input in inputs { total = total.flatMap { sum in FileTree.size(of: input.name).map { sum + $0 } } }
    self.total = total
  }

  func add(_ count: Int) { read += count }
}

/// A source whose bytes are counted as they are read.
struct MeteredSource: ByteSource {
  private var source: any ByteSource
  private let meter: ReadMeter

  init(_ source: any ByteSource, _ meter: ReadMeter) {
    self.source = source
    self.meter = meter
  }

  mutating func read(upTo count: Int, onto buffer: inout [UInt8]) throws -> Int {
    let count = try source.read(upTo: count, onto: &buffer)
    meter.add(count)
    return count
  }
}
