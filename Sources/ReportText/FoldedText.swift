/// A text as names are looked up in it: lower case, without accents, with one kind of hyphen, apostrophe and space.
///
/// Every folded byte knows the character of the text that it came from, so that a range found here leads back.
public struct FoldedText: Equatable, Sendable {
  public let bytes: [UInt8]
  /// For each folded byte the offset of its character in the text, and at the end where the folded range ends.
  private let starts: [Int32]
  /// For each folded byte where its character ends, accents and marks that follow it included.
  private let ends: [Int32]

  /// Folds `range` of a text (all of it by default); offsets are offsets into the whole text.
  public init(_ text: [UInt8], range: Range<Int>? = nil) {
    let range = range ?? 0..<text.count
    var folded: [UInt8] = []
    var starts: [Int32] = []
    var ends: [Int32] = []
    folded.reserveCapacity(range.count)
    starts.reserveCapacity(range.count + 1)
    ends.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, length) = UTF8Reading.scalar(in: text, at: index, end: range.upperBound)
      let before = folded.count
      let scalar = ScalarFolding.fold(value)
      switch scalar.kind {
      case .mark: break
      case .apostrophe: folded.append(0x27)
      case .hyphen: folded.append(0x2D)
      case .letter where scalar.first != 0:
        folded.append(scalar.first)
        if scalar.second != 0 { folded.append(scalar.second) }
      case .letter:
        if let value = Unicode.Scalar(value) { folded.append(contentsOf: value.properties.lowercaseMapping.utf8) }
      case .space where value >= 0x80: folded.append(0x20)
      case .digit, .space, .other: folded.append(contentsOf: text[index..<index + length])
      }
      let end = Int32(index + length)
      if scalar.kind == .mark, let last = ends.indices.last {
        // A mark belongs to the character before it.
        let owner = starts[last]
        var byte = last
        while byte >= 0, starts[byte] == owner {
          ends[byte] = end
          byte -= 1
        }
      }
      for _ in before..<folded.count {
        starts.append(Int32(index))
        ends.append(end)
      }
      index += length
    }
    starts.append(Int32(range.upperBound))
    self.bytes = folded
    self.starts = starts
    self.ends = ends
  }

  /// Where the character of a folded byte begins in the text; for `bytes.count` the end of what was folded.
  public func sourceOffset(of foldedOffset: Int) -> Int { Int(starts[foldedOffset]) }

  /// The range of the text that a folded range came from: whole characters, with the accents that follow them.
  public func sourceRange(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return sourceOffset(of: range.lowerBound)..<sourceOffset(of: range.lowerBound) }
    return Int(starts[range.lowerBound])..<Int(ends[range.upperBound - 1])
  }
}
