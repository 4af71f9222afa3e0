import SortieSchema

extension Count {
  /// The count in a cell of text: `2`, `15–20`, `≥20`, `≤8`, `~30`; nil where it says nothing.
  var cellText: String? {
    var text: [UInt8] = []
    return appendText(to: &text) ? String(decoding: text, as: UTF8.self) : nil
  }

  /// Writes the same at the end of a buffer.
  /// - Returns: false where the count says nothing, and nothing was written.
  func appendText(to buffer: inout [UInt8]) -> Bool { figure.appendText(to: &buffer) }

  /// The numbers alone. They are handed on without the words, which would have to be counted as held.
  var figure: CountFigure { CountFigure(min: min, max: max, approximate: approximate) }

  /// `2 × Su-24M`; only the name where no count is told.
  static func counted(_ count: Count?, _ name: String) -> String {
    guard let number = count?.cellText else { return name }
    return "\(number) × \(name)"
  }
}

/// What a count says, without the words that say it.
struct CountFigure {
  let min: Int?
  let max: Int?
  let approximate: Bool

  /// - Returns: false where the count says nothing, and nothing was written.
  func appendText(to buffer: inout [UInt8]) -> Bool {
    switch (min, max) {
    case (let min?, let max?):
      appendSign(to: &buffer)
      DecimalText.append(min, to: &buffer)
      guard min != max else { return true }
      buffer.append(contentsOf: "–".utf8)
      DecimalText.append(max, to: &buffer)
    case (let min?, nil):
      buffer.append(contentsOf: "≥".utf8)
      appendSign(to: &buffer)
      DecimalText.append(min, to: &buffer)
    case (nil, let max?):
      buffer.append(contentsOf: "≤".utf8)
      appendSign(to: &buffer)
      DecimalText.append(max, to: &buffer)
    case (nil, nil): return false
    }
    return true
  }

  private func appendSign(to buffer: inout [UInt8]) { if approximate { buffer.append(UInt8(ascii: "~")) } }
}
