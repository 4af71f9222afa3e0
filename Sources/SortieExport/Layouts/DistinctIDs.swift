public import SortieSchema

/// Sees to it that ids tell the rows of keyed tables apart, where inputs do not.
///
/// Two texts with one id are told apart as `id` and `id#2`. A text that was read before under another name has the same
/// records; they are not written twice, and a finding says so.
public struct DistinctIDs: Sendable {
  /// Digests of the ids, so that a million of them take little room.
  private var documents: Set<UInt64> = []
  private var records: Set<UInt64> = []
  private var renamed = 0
  private var repeated = 0

  public init() {}

  /// The rule of the finding of a text whose records were written before.
  public static let sameTextRule = "same-text"

  /// Gives a result an id of its own, and takes out records that were written before.
  public mutating func settle(_ result: inout DocumentResult) {
    if !documents.insert(Self.digest(result.document.id)).inserted {
      var number = 2
      while !documents.insert(Self.digest("\(result.document.id)#\(number)")).inserted { number += 1 }
      result.document.id += "#\(number)"
      renamed += 1
    }
    let told = result.records.count
    result.records.removeAll { !records.insert(Self.digest($0.id)).inserted }
    for index in result.records.indices { result.records[index].document.id = result.document.id }
    let again = told - result.records.count
    guard again > 0 else { return }
    repeated += again
    result.findings.append(
      Finding(
        rule: Self.sameTextRule,
        message: "\(again) of its \(told) records stand with an earlier text of the same words"))
  }

  /// What was done, for the user; empty where nothing was.
  public var notes: [String] {
    var notes: [String] = []
    if renamed > 0 {
      notes.append("\(renamed) texts have the id of an earlier one; #2, #3 … is added to theirs")
    }
    if repeated > 0 {
      notes.append(
        "\(repeated) records of texts with the words of an earlier text are written once; see findings, \(Self.sameTextRule)"
      )
    }
    return notes
  }

  /// FNV-1a, 64 bits.
  private static func digest(_ text: String) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return digest
  }
}
