import SortieDocuments
import SortieSchema

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How far a run has come, kept in a file beside its first output, so that another run can go on behind it.
struct RunJournal: Codable {
  static let version = 1

  var version = Self.version
  /// What the run was asked to do and with which data; another run goes on only where it is the same.
  let task: String
  /// Items of the inputs that are done, and what they were.
  var done = ItemTrail()
  var tally = Tally()
  /// The unfinished outputs, in the order of the command line.
  var parts: [OutputPart] = []
  /// The log of the texts read, where copies are told.
  var copies: OutputPart?

  /// All files that the run left.
  var files: [OutputPart] { parts + (copies.map { [$0] } ?? []) }

  static func path(for output: String) -> String { "\(output).journal" }

  static func copyPath(for output: String) -> String { "\(output).copies" }

  /// The journal beside an output; nil where there is none that can be read.
  static func read(for output: String) throws(FileFault) -> RunJournal? {
    let path = path(for: output)
    guard FileTree.kind(of: path) == .file else { return nil }
    let bytes = try FileTree.read(path)
    do {
      let journal = try JSONDecoder().decode(RunJournal.self, from: Data(bytes))
      return journal.version == version ? journal : nil
    } catch {
      // Of another version, or of another program: there is nothing to go on with.
      return nil
    }
  }

  /// Puts the journal in the place of the one before.
  func write(for output: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let file = try OutputFile(Self.path(for: output))
    try file.write(Array(try encoder.encode(self)) + [0x0A])
    _ = try file.settled()
    try file.commit()
  }
}

/// The items that a run has gone past: how many, and what tells them from others.
struct ItemTrail: Codable, Equatable {
  private(set) var count = 0
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func pass(_ item: RunItem) {
    if case .document(let document) = item {
      passText(id: document.id, length: document.text.count)
    } else {
      passOther()
    }
  }

  mutating func pass(_ product: RunProduct) {
    switch product {
    case .read(let reading): passText(id: reading.result.document.id, length: reading.result.text.count)
    case .passed(let item): pass(item)
    }
  }

  /// A text, by its id and its length.
  private mutating func passText(id: String, length: Int) {
    pass(UInt64(length))
    for byte in id.utf8 { mix(UInt64(byte)) }
  }

  /// Anything else.
  private mutating func passOther() { pass(0xFFFF_FFFF) }

  private mutating func pass(_ value: UInt64) {
    count += 1
    mix(value)
  }

  private mutating func mix(_ value: UInt64) { hash = (hash ^ value) &* 0x0000_0100_0000_01B3 }
}
