/// One of the files a gazetteer is made of: its name as errors print it, and its text.
public struct GazetteerFile: Equatable, Sendable {
  public let name: String
  public let text: [UInt8]

  public init(name: String, text: [UInt8]) {
    self.name = name
    self.text = text
  }

  public init(name: String, text: String) { self.init(name: name, text: Array(text.utf8)) }
}

/// A fault in a table, printed as compilers print theirs.
public struct TableError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, apart from how it is worded.
  public enum Problem: Hashable, Sendable {
    case unknownTable(String)
    case emptyFile
    case unknownColumn(String)
    case missingColumn(String)
    case repeatedColumn(String)
    case wrongFieldCount(expected: Int, found: Int)
    case unclosedQuote
    case textAfterQuote
    case notUTF8
    case emptyField(String)
    case duplicateID(String, firstLine: Int)
    case aliasOwnedTwice(String, otherID: String)
    case badNumber(String)
    case outOfRange(String)
    case badYears(String)
    case unknownValue(String, allowed: [String])
    case unknownID(String)
    case tooLong(String)
  }

  public let file: String
  /// Counted from 1; columns count UTF-8 bytes.
  public let line, column: Int
  public let problem: Problem

  public init(file: String, line: Int, column: Int, problem: Problem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }

  public var description: String { "\(file):\(line):\(column): error: \(problem.message)" }
}

extension TableError.Problem {
  var message: String {
    switch self {
    case .unknownTable(let name): "no table is called '\(name)'"
    case .emptyFile: "the file has no header line"
    case .unknownColumn(let name): "unknown column '\(name)'"
    case .missingColumn(let name): "column '\(name)' is missing"
    case .repeatedColumn(let name): "column '\(name)' stands twice"
    case .wrongFieldCount(let expected, let found): "\(found) fields where the header has \(expected)"
    case .unclosedQuote: "a quoted field is not closed"
    case .textAfterQuote: "text after a closing quote"
    case .notUTF8: "not UTF-8"
    case .emptyField(let name): "'\(name)' is empty"
    case .duplicateID(let id, let line): "id '\(id)' is taken by line \(line)"
    case .aliasOwnedTwice(let alias, let id): "'\(alias)' is a name of '\(id)' already"
    case .badNumber(let text): "'\(text)' is no number"
    case .outOfRange(let text): "\(text) is out of range"
    case .badYears(let text): "'\(text)' is not written as CODE or CODE:YEAR-YEAR"
    case .unknownValue(let text, let allowed): "'\(text)' is none of \(allowed.joined(separator: ", "))"
    case .unknownID(let id): "there is no '\(id)'"
    case .tooLong(let what): "\(what) is too long"
    }
  }
}

/// All faults of the tables that were read, in the order of files and lines.
public struct TableErrors: Error, Equatable, Sendable, CustomStringConvertible {
  public let errors: [TableError]

  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
