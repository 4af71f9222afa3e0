import ArgumentParser
import SortieExport

/// Which formats go where.
struct OutputPlan {
  enum Place: Equatable {
    case standardOutput
    case file(String)
  }

  let parts: [(place: Place, format: any SortieFormat.Type)]

  /// - Parameters:
  ///   - format: the value of `--format`. With one file it decides; with several, for those whose endings tell nothing.
  ///   - files: the values of `-o`; `-` is the standard output.
  init(format: String?, files: [String], isTerminal: Bool) throws {
    let chosen = try format.map(Self.format(named:))
    guard !files.isEmpty else {
      parts = [(.standardOutput, chosen ?? (isTerminal ? TableFormat.self : CSVFormat.self))]
      return
    }
    guard Set(files).count == files.count else { throw ValidationError("An output is given twice with -o.") }
    parts = try files.map { file in
      if file == "-" { return (.standardOutput, chosen ?? (isTerminal ? TableFormat.self : CSVFormat.self)) }
      let byEnding = SortieFormats.forFile(named: file)
      guard let format = files.count == 1 ? chosen ?? byEnding : byEnding ?? chosen else {
        throw ValidationError(
          "The ending of '\(file)' names no format; add --format with one of \(Self.names).")
      }
      return (.file(file), format)
    }
  }

  static let names = SortieFormats.all.map { $0.name }.joined(separator: ", ")

  private static func format(named name: String) throws -> any SortieFormat.Type {
    guard let format = SortieFormats.named(name) else {
      throw ValidationError("There is no format '\(name)'; formats are \(names).")
    }
    return format
  }
}
