/// What goes to the standard error: one message a line.
enum Messages {
  /// A message that already begins with its place, or one about the program's work as a whole.
  static func error(_ error: any Error) {
    let text = String(describing: error)
    for line in text.split(separator: "\n") {
      write(line.contains(": error: ") || line.hasPrefix("  ") ? String(line) : "sortie: error: \(line)")
    }
  }

  static func error(_ text: String) { write("sortie: error: \(text)") }
  static func warning(_ text: String) { write("sortie: warning: \(text)") }
  static func note(_ text: String) { write("sortie: \(text)") }

  static func write(_ line: String) { raw(line + "\n") }

  /// Writes as it is.
  static func raw(_ text: String) {
    // Nobody can be told that the standard error is closed.
    try? StandardStream.error.write(Array(text.utf8))
  }
}

/// Messages about one input, of which only the first are shown: a file of the wrong kind may be wrong in every line.
struct MessageQuota {
  static let mostShown = 20
  private var count = 0

  mutating func error(_ error: any Error) {
    count += 1
    if count <= Self.mostShown { Messages.error(error) }
  }

  mutating func error(_ text: String) {
    count += 1
    if count <= Self.mostShown { Messages.error(text) }
  }

  /// Says how many were not shown.
  func finish(input: String) {
    if count > Self.mostShown {
      Messages.note("\(input): \(count - Self.mostShown) more errors of this input not shown")
    }
  }
}
