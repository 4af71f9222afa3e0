import Foundation

/// The built program, run as a user runs it.
enum Program {
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String

    /// CR LF is one character, which no line feed splits.
    var lines: [String] {
      output.replacingOccurrences(of: "\r\n", with: "\n").split(separator: "\n").map(String.init)
    }

    /// The line of a number, empty where there is none.
    subscript(line number: Int) -> String { number < lines.count ? lines[number] : "" }

    /// Rows of CSV without the header.
    var rowCount: Int { lines.count - 1 }
  }

  /// The program lies beside the bundle of the tests.
  static let url: URL = {
    let bundle =
      Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
      ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return bundle.deletingLastPathComponent().appendingPathComponent("sortie")
  }()

  /// The source folder, with `Gazetteer`, `Patterns` and `Tests`.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// - Parameter environment: variables that differ from those of the tests.
  static func run(
    _ arguments: [String], input: [UInt8] = [], in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? root
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files hold any amount of output; pipes would have to be emptied meanwhile.
    let scratch = try TemporaryFolder()
    process.standardInput = try FileHandle(forReadingFrom: scratch.write(input, to: "input"))
    let output = try scratch.write([], to: "output")
    let errors = try scratch.write([], to: "errors")
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}

/// A folder that is gone when nobody holds it any more.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("sortie-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, with the folders it lies in.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> URL {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> URL { try write(Array(text.utf8), to: name) }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }

  /// What lies in the folder, sorted.
  var names: [String] {
    get throws { try Self.names(in: url) }
  }

  static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}

/// Texts that are sure to give one record, and none.
enum Report {
  static let strike = "On 17 November 2016, two Russian Su-24M bombers struck an ammunition depot near Palmyra.\n"

  /// Reports of different days, of which none is a copy of another.
  static func strike(_ number: Int) -> String {
    let months = ["January", "March", "May", "July", "August", "October", "December"]
    let month = months[number / 28 % months.count]
    return
      "On \(1 + number % 28) \(month) 2016, \(number + 2) Russian Su-24M bombers struck an ammunition depot near Palmyra.\n"
  }

  static let nothing = "The town council met on Tuesday and spoke of the price of bread.\n"

  static func line(_ text: String, id: String) -> String {
    "{\"id\":\"\(id)\",\"text\":\"\(text.replacingOccurrences(of: "\n", with: "\\n"))\"}\n"
  }
}
