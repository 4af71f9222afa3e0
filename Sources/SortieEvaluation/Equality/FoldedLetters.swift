/// Text brought down to lower-case ASCII, so that spellings can be compared byte by byte.
///
/// Accents fall away ("Kobanî" is "kobani"), all apostrophes become `'`, and whatever has no Latin letter behind it
/// becomes ``other``, which separates words. This is compatibility decomposition (NFKD) as far as Latin prose needs
/// it; the standard library offers none, and Foundation would be much to carry for it.
enum FoldedLetters {
  /// Stands for every character without an ASCII form.
  static let other: UInt8 = 0x01

  static func fold(_ text: some StringProtocol) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(scalar.value)
        folded.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
      } else {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars { append(lower, to: &folded) }
      }
    }
    return folded
  }

  /// The runs of letters and digits in folded text.
  static func words(_ folded: [UInt8]) -> [String] {
    folded.split { !isWordByte($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || isDigit(byte)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
    if scalar.isASCII {
      folded.append(UInt8(scalar.value))
    } else if scalar.properties.canonicalCombiningClass != .notReordered {
      return
    } else if (0xFF01...0xFF5E).contains(scalar.value) {
      // Full-width forms stand in the order of ASCII.
      folded += fold(String(Unicode.Scalar(UInt8(scalar.value - 0xFEE0))))
    } else if apostrophes.contains(scalar) {
      folded.append(0x27)
    } else {
      folded += plain[scalar] ?? [other]
    }
  }

  /// Quotation marks and the letters ayn and hamza as transliterations write them.
  private static let apostrophes: Set<Unicode.Scalar> = ["\u{2018}", "\u{2019}", "\u{02BE}", "\u{02BF}"]

  private static let plain: [Unicode.Scalar: [UInt8]] = {
    var table: [Unicode.Scalar: [UInt8]] = [:]
    for (ascii, forms) in forms {
      for scalar in forms.unicodeScalars { table[scalar] = Array(ascii.utf8) }
    }
    return table
  }()

  /// Letters and digits with the lower-case characters that decompose to them (Unicode, blocks Latin-1 Supplement,
  /// Latin Extended-A, -B and Additional, superscripts, subscripts, ligatures).
  private static let forms: [(ascii: String, forms: String)] = [
    ("0", "⁰₀"), ("1", "¹₁"), ("2", "²₂"), ("3", "³₃"), ("4", "⁴₄"),
    ("5", "⁵₅"), ("6", "⁶₆"), ("7", "⁷₇"), ("8", "⁸₈"), ("9", "⁹₉"),
    ("1\u{1}2", "½"), ("1\u{1}4", "¼"), ("3\u{1}4", "¾"),
    ("a", "ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặₐ"),
    ("b", "ḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ďḋḍḏḑḓ"),
    ("dz", "ǆǳ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệₑ"),
    ("f", "ḟ"),
    ("ff", "ﬀ"), ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("fi", "ﬁ"), ("fl", "ﬂ"),
    ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥȟḣḥḧḩḫẖₕ"),
    ("i", "ìíîïĩīĭįǐȉȋḭḯỉịⁱ"),
    ("ij", "ĳ"),
    ("j", "ĵǰ"),
    ("k", "ķǩḱḳḵₖ"),
    ("l", "ĺļľḷḹḻḽₗ"),
    ("lj", "ǉ"),
    ("m", "ḿṁṃₘ"),
    ("n", "ñńņňǹṅṇṉṋⁿₙ"),
    ("nj", "ǌ"),
    ("o", "ºòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợₒ"),
    ("p", "ṕṗₚ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšſșṡṣṥṧṩẛₛ"),
    ("st", "ﬅﬆ"),
    ("t", "ţťțṫṭṯṱẗₜ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍₓ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕ"),
  ]
}
