import Foundation
import SortieDocuments
import SortieSchema

/// What libFuzzer calls with every input that it makes up. A trap here, in a reader or in a library is a crash that it
/// reports, with the input in a file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Subject.current.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// What is fuzzed, by the environment variable `READER`.
struct Subject {
  static let current = Subject(name: ProcessInfo.processInfo.environment["READER"] ?? "html")

  let name: String

  func run(_ bytes: [UInt8]) {
    switch name {
    case "encoding": decode(bytes)
    case "any": readAsWhatItIs(bytes)
    case "pdf":
      var context = ReadingContext()
      context.pdf = Layout(bytes: bytes)
      read(Array("%PDF-1.4".utf8), by: PDFReader.self, context)
    default:
      guard let reader = DocumentReaders.forFile(named: "x.\(name)") else { fatalError("no reader for .\(name)") }
      read(PackedParts.document(name, bytes) ?? bytes, by: reader, ReadingContext())
    }
  }

  /// The first byte chooses the declaration.
  private func decode(_ bytes: [UInt8]) {
    let labels: [String?] = [
      nil, "utf-8", "windows-1251", "utf-16", "shift_jis", "gb18030", "koi8-r", "euc-jp", "big5",
    ]
    let input = Array(bytes.dropFirst())
    let decoded = DecodedText(input, declared: labels[Int(bytes.first ?? 0) % labels.count])
    if decoded.map == nil { precondition(decoded.text == input, "a text without a map is the input") }
    check(decoded.map, of: decoded.text, input: input)
    if let plain = PlainTypography(decoded.text) {
      check(plain.map, of: plain.text, input: decoded.text)
      if let map = decoded.map { check(plain.map.composed(with: map), of: plain.text, input: input) }
    }
  }

  private func read(_ bytes: [UInt8], by reader: any DocumentReader.Type, _ context: ReadingContext) {
    var source: any ByteSource = BytesInMemory(bytes)
    do {
      try reader.read(&source, name: "fuzz", context: context) { check($0, input: bytes) }
    } catch is InputProblem {
      // What ends an input: `DocumentReaders` gives it its name.
    } catch {
      fatalError("a reader threw \(error)")
    }
  }

  private func readAsWhatItIs(_ bytes: [UInt8]) {
    var source: any ByteSource = BytesInMemory(bytes)
    do {
      try DocumentReaders.read(&source, name: "fuzz", context: ReadingContext()) { check($0, input: bytes) }
    } catch {
      fatalError("an input of any kind threw \(error)")
    }
  }

  private func check(_ item: InputItem, input: [UInt8]) {
    guard case .document(let document) = item else { return }
    let plain = document.inPlainTypography
    // What lies in a part, or in another file, leads there.
    let isPart = plain.id.hasPrefix("fuzz/") || plain.sourceMap?.location(of: 0..<plain.text.count).part != nil
    if !isPart, PackedParts.names[name] == nil, !Self.containers.contains(name) {
      check(plain.sourceMap, of: plain.text, input: input)
    }
    for statement in plain.metadata.statements {
      precondition(!statement.value.isEmpty, "a statement says something")
    }
  }

  /// Inputs whose texts lie in other bytes than the input's own.
  private static let containers: Set = ["any", "gz", "pdf", "tar", "warc", "zip"]

  /// A map covers its text and leads nowhere but into the input, byte by byte and as a whole.
  private func check(_ map: SourceMap?, of text: [UInt8], input: [UInt8]) {
    guard let map else { return }
    precondition(map.textCount == text.count, "the map covers the text")
    for offset in stride(from: 0, to: text.count, by: max(1, text.count / 64)) {
      guard let bytes = map.location(of: offset..<offset + 1).bytes else { continue }
      precondition(bytes.lowerBound >= 0 && bytes.upperBound <= input.count, "a place lies in the input")
    }
    if let bytes = map.location(of: 0..<text.count).bytes {
      precondition(bytes.lowerBound >= 0 && bytes.upperBound <= input.count, "the text lies in the input")
    }
  }
}

/// Gives what the fuzzer made up as what `pdftotext` wrote.
private struct Layout: PDFTextProgram {
  let bytes: [UInt8]
  func text(of pdf: [UInt8], pages: Int, each: ([UInt8]) throws -> Void) throws { try each(bytes) }
}
