/// Words of a text as a terminal may be given them.
enum TerminalText {
  /// On one line, with runs of white space as one blank and control characters, which could command the terminal, as `?`.
  static func line(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if let last = line.last, last != " " { line.append(" ") }
      } else {
        line.append(scalar.properties.generalCategory == .control ? "?" : scalar)
      }
    }
    if line.last == " " { line.removeLast() }
    return String(line)
  }
}
