public import ReportText

/// What can be wrong with an input; the texts beside it are read all the same.
public enum InputProblem: Error, DataFileProblem, Hashable {
  case empty
  /// The bytes are those of another kind of file, named here.
  case notText(String)
  case expected(String)
  case unfinished
  case unfinishedJSON
  case badNumber
  case badEscape
  case tooDeep(limit: Int)
  case trailingText
  case notAnObject
  case duplicateKey(String)
  /// With the keys that are there.
  case missingText(key: String, keys: [String])
  case notAString(key: String)
  case notADay(String)
  /// A mail, a feed or a document without words.
  case noText
  /// The data are cut off or broken; in the words of what reads them.
  case damaged(String)
  case encrypted
  /// Compressed data grow to more than so many times their size.
  case expandsTooFar(factor: Int)
  case tooLarge(limit: Int)
  case containersTooDeep(limit: Int)
  /// The columns that a table has, none of which looks like texts.
  case noTextColumn([String])
  case noSuchColumn(String, columns: [String])
  case unclosedQuote
  /// The name promises one kind, and nothing in the bytes speaks for it.
  case notThisKind(String)
  /// A program that has to be installed, and the Debian package that has it.
  case missingProgram(String, package: String)
  case programFailed(String, message: String)
  /// Only pages made for the purpose do.
  case tooMuchMemory(limit: Int)
  case outOfMemory

  public var description: String {
    switch self {
    case .empty: "the input is empty"
    case .notText(let kind): "this is \(kind), which is not read as text"
    case .expected(let what): "expected \(what)"
    case .unfinished: "the line ends inside a JSON value"
    case .unfinishedJSON: "the file ends inside a JSON value"
    case .badNumber: "not a number that JSON allows"
    case .badEscape: "an escape that JSON does not have"
    case .tooDeep(let limit): "values are nested deeper than \(limit)"
    case .trailingText: "text follows the JSON object"
    case .notAnObject: "expected a JSON object, one a line"
    case .duplicateKey(let key): "the key '\(key)' stands twice"
    case .missingText(let key, let keys):
      "the key '\(key)' is missing"
        + (keys.isEmpty ? "" : "; --map text=KEY names another, the keys here are \(Self.list(keys))")
    case .notAString(let key): "the value of '\(key)' is not a string"
    case .notADay(let text): "'\(text)' is not a day of the calendar in the form YYYY-MM-DD"
    case .noText: "there is no text in this"
    case .damaged(let message): "the file is damaged or cut off: \(message)"
    case .encrypted: "this is encrypted and cannot be read"
    case .expandsTooFar(let factor):
      "the compressed data grow to more than \(factor) times their size; the rest of the file is not read"
    case .tooLarge(let limit): "this is longer than the \(limit >> 20) MB that are read as one text"
    case .containersTooDeep(let limit): "archives are nested deeper than \(limit)"
    case .noTextColumn(let columns):
      "no column looks like texts; --text-column names it, the columns are \(Self.list(columns))"
    case .noSuchColumn(let name, let columns): "there is no column '\(name)'; the columns are \(Self.list(columns))"
    case .unclosedQuote: "a quoted field is not closed"
    case .notThisKind(let kind): "this is not \(kind), though its name says so"
    case .missingProgram(let program, let package):
      "the program '\(program)' is not installed, which reads such files (Debian, Ubuntu: \(package); Homebrew: poppler)"
    case .programFailed(let program, let message): "\(program) could not read this: \(message)"
    case .tooMuchMemory(let limit): "reading this would take more than \(limit >> 20) MB of memory"
    case .outOfMemory: "the system has no memory left to read this"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(12).map { "'\($0)'" }.joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }
}

extension DataFileError {
  public init(_ problem: InputProblem, at position: InputPosition) {
    self.init(file: position.input, line: position.line, column: position.column, problem: problem)
  }
}
