internal import Yams

/// The text of a file by lines, to tell places in it the way our messages do.
struct SourceText {
  let file: String
  /// Without their ends.
  private let lines: [[UInt8]]

  init(_ file: PatternFile) {
    self.file = file.name
    lines = file.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      line.last == UInt8(ascii: "\r") ? Array(line.dropLast()) : Array(line)
    }
  }

  /// YAML marks count columns in code points, our messages in bytes.
  func position(_ mark: Mark?) -> PatternPosition {
    guard let mark else { return PatternPosition(file: file, line: 1, column: 1) }
    var column = 0
    var points = 0
    if lines.indices.contains(mark.line - 1) {
      for byte in lines[mark.line - 1] {
        if byte & 0xC0 != 0x80 { points += 1 }
        if points == mark.column { break }
        column += 1
      }
    }
    return PatternPosition(file: file, line: mark.line, column: column + 1)
  }

  /// The regex in a scalar. The literal style (`|`) keeps lines as they are, so that its bytes can be found again;
  /// of a plain one-line scalar too; other styles are known by their beginning alone.
  func regex(_ scalar: Node.Scalar) -> RegexSource {
    let start = position(scalar.mark)
    let bytes = Array(scalar.string.utf8)
    var lineStarts: [PatternPosition] = []
    switch scalar.style {
    case .literal:
      let contents = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (index, content) in contents.enumerated() where index < contents.count - 1 || !content.isEmpty {
        let line = start.line + 1 + index
        guard lines.indices.contains(line - 1), lines[line - 1].count >= content.count else { break }
        lineStarts.append(
          PatternPosition(file: file, line: line, column: lines[line - 1].count - content.count + 1))
      }
    case .plain where !bytes.contains(UInt8(ascii: "\n")):
      lineStarts = [start]
    default:
      break
    }
    return RegexSource(bytes: bytes, start: start, lineStarts: lineStarts)
  }
}
