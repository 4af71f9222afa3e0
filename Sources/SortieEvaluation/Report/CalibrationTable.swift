/// What a confidence is worth: of the slots of records with such a confidence, how many were right.
public struct CalibrationTable: Sendable {
  /// Records whose confidence lies between two bounds.
  public struct Bin: Sendable {
    /// From, inclusive.
    public let from: Double
    /// To, exclusive except in the last bin.
    public let to: Double
    public internal(set) var records = 0
    public internal(set) var right = 0
    public internal(set) var wrong = 0

    /// Share of the slots that are right; nil where the bin is empty.
    public var share: Double? { right + wrong == 0 ? nil : Double(right) / Double(right + wrong) }
  }

  public private(set) var bins: [Bin]

  public init() {
    bins = zip(Self.edges, Self.edges.dropFirst()).map { Bin(from: $0, to: $1) }
  }

  private static let edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1]

  mutating func add(confidence: Double, right: Int, wrong: Int) {
    let index = bins.lastIndex { confidence >= $0.from } ?? 0
    bins[index].records += 1
    bins[index].right += right
    bins[index].wrong += wrong
  }

  static func += (a: inout CalibrationTable, b: CalibrationTable) {
    for index in a.bins.indices {
      a.bins[index].records += b.bins[index].records
      a.bins[index].right += b.bins[index].right
      a.bins[index].wrong += b.bins[index].wrong
    }
  }

  /// All records whose confidence is at least so much, in one bin. Exact at the edges of the bins only.
  public func atLeast(_ confidence: Double) -> Bin {
    bins.filter { $0.from >= confidence }.reduce(into: Bin(from: confidence, to: 1)) { sum, bin in
      sum.records += bin.records
      sum.right += bin.right
      sum.wrong += bin.wrong
    }
  }
}
