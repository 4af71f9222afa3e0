import ArgumentParser
import SortieExport
import SortieWorkbooks

/// Which formats go where.
struct OutputPlan {
  enum Place: Equatable {
    case standardOutput
    case file(String)
    /// A file whose records are brought up to date, if it is there.
    case updated(String)

    /// Nil for the standard output.
    var path: String? {
      switch self {
      case .standardOutput: nil
      case .file(let path), .updated(let path): path
      }
    }
  }

  struct Part {
    let place: Place
    let format: any OutputFormat.Type
  }

  let parts: [Part]

  /// - Parameters:
  ///   - format: the value of `--format`. With one file it decides; with several, for those whose endings tell nothing.
  ///   - files: the values of `-o`; `-` is the standard output.
  ///   - updated: the values of `--upsert`.
  init(format: String?, files: [String], updated: [String] = [], isTerminal: Bool) throws {
    let chosen = try format.map(Self.format(named:))
    let all = files + updated
    guard !all.isEmpty else {
      parts = [try Self.toStandardOutput(chosen, isTerminal: isTerminal)]
      return
    }
    guard Set(all).count == all.count else { throw ValidationError("An output is given twice.") }
    func formatOf(_ file: String) throws -> any OutputFormat.Type {
      let byEnding = OutputFormats.forFile(named: file)
      guard let format = all.count == 1 ? chosen ?? byEnding : byEnding ?? chosen else {
        throw ValidationError(
          "The ending of '\(file)' names no format; add --format with one of \(OutputFormats.names).")
      }
      return format
    }
    let written = try files.map { file in
      file == "-"
        ? try Self.toStandardOutput(chosen, isTerminal: isTerminal)
        : Part(place: .file(file), format: try formatOf(file))
    }
    let broughtUpToDate = try updated.map { file in
      let format = try formatOf(file)
      guard Self.canUpdate(format) else {
        throw ValidationError("--upsert knows csv, tsv, jsonl and sqlite; '\(file)' would be \(format.name).")
      }
      return Part(place: .updated(file), format: format)
    }
    parts = written + broughtUpToDate
  }

  private static func toStandardOutput(_ chosen: (any OutputFormat.Type)?, isTerminal: Bool) throws -> Part {
    let format = chosen ?? (isTerminal ? TableFormat.self : CSVFormat.self)
    guard format is any SortieFormat.Type else {
      let place = format is any FolderFormat.Type ? "folder" : "file"
      throw ValidationError("\(format.name) is no stream of bytes; give a \(place) with -o.")
    }
    return Part(place: .standardOutput, format: format)
  }
  /// Whether all outputs are files that an interrupted run can be gone on with: text after text is appended to them, and
  /// nothing stands at their end.
  var canBeContinued: Bool {
    parts.allSatisfy { part in
      guard case .file(let path) = part.place, FileTree.kind(of: path) != .other else { return false }
      return part.format is JSONLinesFormat.Type || Self.isDelimited(part.format)
    }
  }

  private static func canUpdate(_ format: any OutputFormat.Type) -> Bool {
    if let format = format as? any FileFormat.Type { return format.updatesFiles }
    return format is JSONLinesFormat.Type || isDelimited(format)
  }

  static func isDelimited(_ format: any OutputFormat.Type) -> Bool {
    format is CSVFormat.Type || format is TSVFormat.Type
  }

  private static func format(named name: String) throws -> any OutputFormat.Type {
    guard let format = OutputFormats.named(name) else {
      throw ValidationError("There is no format '\(name)'; formats are \(OutputFormats.names).")
    }
    return format
  }
}
