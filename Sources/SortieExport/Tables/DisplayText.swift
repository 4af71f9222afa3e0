/// How much room text takes on a terminal.
enum DisplayText {
  /// Columns that a character takes: 2 for East Asian wide characters and emoji, 0 for what only joins or marks others.
  static func width(of character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      if scalar.value < 0x300 {
        width = max(width, 1)
        continue
      }
      if scalar.value == 0xFE0F { width = 2 }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: continue
      default: width = max(width, isWide(scalar) ? 2 : 1)
      }
    }
    return width
  }

  static func width(of text: String) -> Int { text.reduce(0) { $0 + width(of: $1) } }

  /// The text without anything that a terminal would obey: line breaks and other controls become spaces, marks that turn
  /// the direction of writing are left out.
  static func onOneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: if line.last != " " { line.append(" ") }
      case 0x202A...0x202E, 0x2066...0x2069: continue
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  /// What is not broken where there is room: words, and a number with what it counts (`2 × Su-24M`).
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var isCounted = false
    for word in text.split(separator: " ") {
      if word == "×" || isCounted, let last = words.popLast() {
        words.append("\(last) \(word)")
      } else {
        words.append(String(word))
      }
      isCounted = word == "×"
    }
    return words
  }

  /// The text in lines of at most `limit` columns, broken at spaces; words that are longer are broken where they must.
  static func wrapped(_ text: String, to limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in words(of: text) {
      let wordWidth = width(of: word)
      if lineWidth > 0, lineWidth + 1 + wordWidth > limit {
        lines.append(line)
        line = ""
        lineWidth = 0
      }
      if wordWidth <= limit {
        if lineWidth > 0 {
          line.append(" ")
          lineWidth += 1
        }
        line.append(contentsOf: word)
        lineWidth += wordWidth
        continue
      }
      for character in word {
        let characterWidth = width(of: character)
        if lineWidth > 0, lineWidth + characterWidth > limit {
          lines.append(line)
          line = ""
          lineWidth = 0
        }
        line.append(character)
        lineWidth += characterWidth
      }
    }
    lines.append(line)
    return lines
  }

  private static func isWide(_ scalar: UnicodeScalar) -> Bool {
    if scalar.properties.isEmojiPresentation { return true }
    switch scalar.value {
    // East Asian Width W and F, in blocks (Unicode Standard Annex 11).
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x1B000...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}
