internal import Archive
internal import Expat

/// The members of a document that is a ZIP file, as far as they are wanted; held in memory.
struct PackageMembers {
  private var members: [String: [UInt8]] = [:]
  /// Why the file breaks off; what was read before is kept.
  private(set) var damage: InputProblem?

  /// - Parameter isWanted: whether a member of a name is read.
  init(_ source: any ByteSource, context: ReadingContext, isWanted: (String) -> Bool) throws {
    let archive = try ArchiveReader(.archive, source)
    var size = 0
    do {
      while let entry = try archive.next() {
        guard entry.kind == .file, isWanted(entry.path) else { continue }
        guard !entry.isEncrypted else { throw InputProblem.encrypted }
        var content: any ByteSource = ArchivedSource(archive, context: context)
        let bytes = try content.readAll(context.limits)
        size += bytes.count
        guard size <= context.limits.wholeBytes else { throw InputProblem.tooLarge(limit: context.limits.wholeBytes) }
        members[entry.path] = bytes
      }
    } catch InputProblem.damaged(let message) where !members.isEmpty {
      damage = .damaged(message)
    }
  }

  var names: [String] { members.keys.sorted() }

  subscript(name: String) -> [UInt8]? { members[name] }

  /// - Throws: `InputProblem` where the member is not there.
  func required(_ name: String) throws(InputProblem) -> [UInt8] {
    guard let bytes = members[name] else { throw damage ?? .damaged("the part '\(name)' is missing") }
    return bytes
  }
}

/// Title, author and day in the properties of a document: Dublin Core, and what the formats call it besides.
enum DocumentProperties {
  static func read(_ bytes: [UInt8]?, limits: InputLimits, into metadata: inout DocumentMetadata) throws {
    guard let bytes else { return }
    var values: [String: String] = [:]
    var open: String?
    try XMLReading.read(bytes, limits: limits) { event in
      switch event {
      case .start(let name, _):
        let local = String(XMLName(name).local)
        // The first of a name counts: a book may name several dates.
        open = values[local] == nil ? local : nil
      case .end: open = nil
      case .characters(let text, _):
        if let open { values[open, default: ""] += String(decoding: text, as: UTF8.self) }
      }
    }
    metadata.state(.title, values["title"]?.trimmingBlanks, by: .properties)
    metadata.state(.author, values["creator"]?.trimmingBlanks, by: .properties)
    metadata.state(.source, values["publisher"]?.trimmingBlanks, by: .properties)
    let day = values["date"] ?? values["created"] ?? values["creation-date"]
    metadata.state(.published, day.flatMap(PublicationDateText.day), by: .properties)
  }
}
