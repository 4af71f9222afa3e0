import ReportText
import SortieDocuments

/// What a reader makes of an input.
struct Reading {
  var documents: [SourceDocument] = []
  var problems: [String] = []

  init(_ reader: any DocumentReader.Type, _ bytes: [UInt8], name: String = "in.jsonl", chunk: Int? = nil) throws {
    var source: any ByteSource = chunk.map { Trickle(bytes, chunk: $0) } ?? BytesInMemory(bytes)
    try reader.read(&source, name: name) { item in add(item) }
  }

  init(_ reader: any DocumentReader.Type, _ text: String, name: String = "in.jsonl", chunk: Int? = nil) throws {
    try self.init(reader, Array(text.utf8), name: name, chunk: chunk)
  }

  init(unnamed text: String) throws {
    var source: any ByteSource = Trickle(Array(text.utf8), chunk: 3)
    try DocumentReaders.readUnnamed(&source, name: "-") { item in add(item) }
  }

  private mutating func add(_ item: InputItem) {
    switch item {
    case .document(let document): documents.append(document)
    case .problem(let problem): problems.append(problem.description)
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
