public import ReportText

/// What can be wrong with an input; the texts beside it are read all the same.
public enum InputProblem: DataFileProblem, Hashable {
  case empty
  /// The bytes are those of another kind of file, named here.
  case notText(String)
  case expected(String)
  case unfinished
  case badNumber
  case badEscape
  case tooDeep(limit: Int)
  case trailingText
  case notAnObject
  case duplicateKey(String)
  case missingText
  case notAString(key: String)
  case notADay(String)

  public var description: String {
    switch self {
    case .empty: "the input is empty"
    case .notText(let kind): "this is \(kind), not plain text in UTF-8"
    case .expected(let what): "expected \(what)"
    case .unfinished: "the line ends inside a JSON value"
    case .badNumber: "not a number that JSON allows"
    case .badEscape: "an escape that JSON does not have"
    case .tooDeep(let limit): "values are nested deeper than \(limit)"
    case .trailingText: "text follows the JSON object"
    case .notAnObject: "expected a JSON object, one a line"
    case .duplicateKey(let key): "the key '\(key)' stands twice"
    case .missingText: "the key 'text' is missing"
    case .notAString(let key): "the value of '\(key)' is not a string"
    case .notADay(let text): "'\(text)' is not a day of the calendar in the form YYYY-MM-DD"
    }
  }
}

extension DataFileError {
  public init(_ problem: InputProblem, at position: InputPosition) {
    self.init(file: position.input, line: position.line, column: position.column, problem: problem)
  }
}
