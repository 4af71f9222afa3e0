import Foundation
import ReportText
import SortieDocuments

/// What a reader makes of an input.
struct Reading {
  var documents: [SourceDocument] = []
  var problems: [String] = []
  var notes: [String] = []

  init(_ reader: any DocumentReader.Type, _ bytes: [UInt8], name: String = "in.jsonl", chunk: Int? = nil) throws {
    var source: any ByteSource = chunk.map { Trickle(bytes, chunk: $0) } ?? BytesInMemory(bytes)
    try reader.read(&source, name: name) { item in add(item) }
  }

  /// Reads bytes as whatever they are.
  init(
    _ bytes: [UInt8], named name: String, context: ReadingContext = ReadingContext(), chunk: Int? = nil
  ) throws {
    var source: any ByteSource = chunk.map { Trickle(bytes, chunk: $0) } ?? BytesInMemory(bytes)
    try DocumentReaders.read(&source, name: name, context: context) { item in add(item) }
  }

  init(_ text: String, named name: String, context: ReadingContext = ReadingContext(), chunk: Int? = nil) throws {
    try self.init(Array(text.utf8), named: name, context: context, chunk: chunk)
  }

  /// Reads one of the files that `Tests/Inputs/make` made.
  init(sample: String, context: ReadingContext = ReadingContext(), chunk: Int? = nil) throws {
    try self.init(try Samples.bytes(of: sample), named: sample, context: context, chunk: chunk)
  }

  init(_ reader: any DocumentReader.Type, _ text: String, name: String = "in.jsonl", chunk: Int? = nil) throws {
    try self.init(reader, Array(text.utf8), name: name, chunk: chunk)
  }

  init(unnamed text: String) throws {
    try self.init(text, named: "-", chunk: 3)
  }

  private mutating func add(_ item: InputItem) {
    switch item {
    case .document(let document): documents.append(document)
    case .problem(let problem): problems.append(problem.description)
    case .note(let note): notes.append(note)
    }
  }

  var texts: [String] { documents.map { String(decoding: $0.text, as: UTF8.self) } }
}

/// A source that gives a few bytes at a time, as pipes do.
struct Trickle: ByteSource {
  private let bytes: [UInt8]
  private let chunk: Int
  private var position = 0

  init(_ bytes: [UInt8], chunk: Int) {
    self.bytes = bytes
    self.chunk = chunk
  }

  mutating func read(upTo count: Int, onto buffer: inout [UInt8]) -> Int {
    let end = min(bytes.count, position + min(count, chunk))
    defer { position = end }
    buffer.append(contentsOf: bytes[position..<end])
    return end - position
  }
}

/// The files of each kind that the tests read.
enum Samples {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Inputs/kinds")

  static let first = "On Thursday, two Russian Su-24M bombers struck an ammunition depot near Palmyra."
  static let second = "The ministry said that the depot belonged to ISIS."

  static func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  static var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }
}
