/// What is wrong in a data file; each room that reads one has its own enum of them.
///
/// The description is the wording shown after `error: `: lower case, no full stop.
public protocol DataFileProblem: CustomStringConvertible, Sendable {}

/// A fault in a data file, printed as compilers print theirs.
public struct DataFileError: Error, CustomStringConvertible {
  /// The name the file was given by whoever read it.
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in UTF-8 bytes.
  public let column: Int
  public let problem: any DataFileProblem

  public init(file: String, line: Int, column: Int, problem: any DataFileProblem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }

  /// `file:line:column: error: …`
  public var description: String { "\(file):\(line):\(column): error: \(problem)" }
}

/// All faults found in one reading of data files, in the order of the files and of their lines; never empty.
public struct DataFileErrors: Error, CustomStringConvertible {
  public let errors: [DataFileError]

  public init(_ errors: [DataFileError]) { self.errors = errors }

  /// One fault a line.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
