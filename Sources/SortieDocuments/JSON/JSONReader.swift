internal import ReportText

/// JSON that is no JSON Lines: an array of objects, one object a text; objects over several lines; an object that holds
/// such an array, as answers of search services do.
///
/// An array is read element by element, so that its length does not matter. A text without an id is named by its input and
/// its number.
public enum JSONReader: DocumentReader {
  public static let fileExtensions = ["json"]
  public static let kind = "JSON"
  public static let about = "JSON: an array of objects like the lines of JSON Lines, or an object that holds one"

  public static func recognise(_ opening: Opening) -> Recognition {
    switch opening.words.first {
    case UInt8(ascii: "{"): .likely
    case UInt8(ascii: "["):
      // "[Updated] Two jets …" is prose.
      opening.words.dropFirst().first { !ByteMarks.isBlank($0) } == UInt8(ascii: "{") ? .likely : .possible
    default: .possible
    }
  }

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    let decoded = try DecodedSource(source, limits: context.limits)
    for note in decoded.notes { try each(.note("\(name): \(note)")) }
    var values = JSONValues(
      scanner: JSONScanner(decoded.source, limit: context.limits.wholeBytes), decoded: decoded, name: name,
      context: context)
    try values.read(each)
  }
}

/// The values of a JSON file, one after the other.
private struct JSONValues {
  var scanner: JSONScanner
  let decoded: DecodedSource
  let name: String
  let context: ReadingContext
  private var number = 0

  init(scanner: JSONScanner, decoded: DecodedSource, name: String, context: ReadingContext) {
    self.scanner = scanner
    self.decoded = decoded
    self.name = name
    self.context = context
  }

  mutating func read(_ each: (InputItem) throws -> Void) throws {
    try scanner.skipMark()
    guard try scanner.peek() != nil else { throw InputProblem.empty }
    while let first = try scanner.peek() {
      if first == UInt8(ascii: "[") {
        scanner.skip()
        guard try readArray(each) else { return }
      } else {
        guard let range = try scanner.value() else { return try report(.unfinishedJSON, at: scanner.bytes.count, each) }
        guard !range.isEmpty else { return try report(.expected("a value"), at: range.lowerBound, each) }
        try readValue(range, each)
      }
    }
  }

  /// - Returns: false where the array breaks off and nothing behind it can be told.
  private mutating func readArray(_ each: (InputItem) throws -> Void) throws -> Bool {
    while let byte = try scanner.peek() {
      switch byte {
      case UInt8(ascii: "]"):
        scanner.skip()
        return true
      case UInt8(ascii: ","): scanner.skip()
      default:
        guard let range = try scanner.value() else {
          try report(.unfinishedJSON, at: scanner.bytes.count, each)
          return false
        }
        guard !range.isEmpty else {
          try report(.expected("a value"), at: range.lowerBound, each)
          return false
        }
        try readObject(range, each)
      }
    }
    try report(.unfinishedJSON, at: scanner.bytes.count, each)
    return false
  }

  /// An object that has no text itself may hold an array of objects that have.
  private mutating func readValue(_ range: Range<Int>, _ each: (InputItem) throws -> Void) throws {
    var parser = DocumentObjectParser(bytes: scanner.bytes, range: range, map: context.fields)
    do throws(LineFault) {
      try parser.parse()
    } catch {
      return try report(error.problem, at: error.offset, each)
    }
    let elements = parser.fields.text == nil ? elements(of: range) : []
    guard !elements.isEmpty else { return try readObject(range, each) }
    for element in elements { try readObject(element, each) }
  }

  /// The array whose objects hold texts; else the longest one.
  private func elements(of range: Range<Int>) -> [Range<Int>] {
    let arrays = JSONArrays.ofObjects(in: scanner.bytes, range)
    let withText = arrays.first { array in
      var parser = DocumentObjectParser(bytes: scanner.bytes, range: array[0], map: context.fields)
      do throws(LineFault) { try parser.parse() } catch { return false }
      return parser.fields.text != nil
    }
    return withText ?? arrays.max { $0.count < $1.count } ?? []
  }

  private mutating func readObject(_ range: Range<Int>, _ each: (InputItem) throws -> Void) throws {
    number += 1
    scanner.countLines(to: range.lowerBound)
    let scanner = scanner
    try JSONStretch(bytes: scanner.bytes, base: scanner.base, range: range, decoded: decoded).read(
      id: "\(name):\(number)", fields: context.fields, each: each
    ) { scanner.position(of: $0, in: name) }
  }

  private func report(_ problem: InputProblem, at offset: Int, _ each: (InputItem) throws -> Void) throws {
    try each(.problem(DataFileError(problem, at: scanner.position(of: offset, in: name))))
  }
}
