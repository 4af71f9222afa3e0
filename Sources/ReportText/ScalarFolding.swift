/// What a character is when names are looked up: which letters it stands for, or how it joins them.
public struct FoldedScalar: Equatable, Sendable {
  /// What a character is to names.
  public enum Kind: UInt8, Sendable {
    /// A letter; `first` and `second` hold its plain Latin form, or zero where it has none (Arabic, Cyrillic …).
    case letter
    case digit
    /// Counts as nothing: accents, soft hyphens, zero-width and direction marks, ʿayn and hamza.
    case mark
    /// Any of the characters that are typed for an apostrophe.
    case apostrophe
    case hyphen
    case space
    case other
  }

  public let kind: Kind
  /// Lower-case ASCII letters, zero where unused.
  public let first, second: UInt8
  public let isUpper: Bool

  init(_ kind: Kind, _ first: UInt8 = 0, _ second: UInt8 = 0, isUpper: Bool = false) {
    self.kind = kind
    self.first = first
    self.second = second
    self.isUpper = isUpper
  }
}

/// Folding of single characters; the whole Latin script is folded to a–z.
public enum ScalarFolding {
  /// A character as names are compared.
  public static func fold(_ scalar: UInt32) -> FoldedScalar {
    if scalar < 0x80 { return foldASCII(UInt8(scalar)) }
    switch scalar {
    case 0xC0..<0x2B0: return latin(low, at: Int(scalar - 0xC0), scalar)
    case 0x1E00..<0x1F00: return latin(additional, at: Int(scalar - 0x1E00), scalar)
    case 0xAD, 0x300...0x36F, 0x2B9...0x2BB, 0x2BD...0x2BF, 0x2B0...0x2B8, 0x2C0...0x2FF, 0x1AB0...0x1AFF,
      0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFE00...0xFE0F, 0x64B...0x65F, 0x670, 0x640:
      return FoldedScalar(.mark)
    case 0x2BC, 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07: return FoldedScalar(.apostrophe)
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return FoldedScalar(.hyphen)
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return FoldedScalar(.space)
    case 0xAA: return FoldedScalar(.letter, 0x61)
    case 0xBA: return FoldedScalar(.letter, 0x6F)
    case 0x80..<0xC0, 0x2010...0x2BFF: return FoldedScalar(.other)
    default:
      guard let value = Unicode.Scalar(scalar) else { return FoldedScalar(.other) }
      let properties = value.properties
      guard properties.isAlphabetic else { return FoldedScalar(.other) }
      return FoldedScalar(.letter, isUpper: properties.isUppercase)
    }
  }

  @inline(__always)
  private static func foldASCII(_ byte: UInt8) -> FoldedScalar {
    switch byte {
    case 0x61...0x7A: FoldedScalar(.letter, byte)
    case 0x41...0x5A: FoldedScalar(.letter, byte | 0x20, isUpper: true)
    case 0x30...0x39: FoldedScalar(.digit, byte)
    case 0x27, 0x60: FoldedScalar(.apostrophe)
    case 0x2D: FoldedScalar(.hyphen)
    case 0x20, 0x09...0x0D: FoldedScalar(.space)
    default: FoldedScalar(.other)
    }
  }

  private static func latin(_ table: [UInt8], at index: Int, _ scalar: UInt32) -> FoldedScalar {
    let folded = table[index]
    let isUpper = Unicode.Scalar(scalar)?.properties.isUppercase ?? false
    if folded >= 0x61 { return FoldedScalar(.letter, folded, isUpper: isUpper) }
    if folded == 0x2E {  // ".": no Latin form; × and ÷ are no letters at all
      return scalar == 0xD7 || scalar == 0xF7 ? FoldedScalar(.other) : FoldedScalar(.letter, isUpper: isUpper)
    }
    for (mark, pair) in digraphs where mark == folded {
      return FoldedScalar(.letter, pair.0, pair.1, isUpper: isUpper)
    }
    return FoldedScalar(.other)
  }

  /// Marks in the tables below for letters that become two.
  private static let digraphs: [(UInt8, (UInt8, UInt8))] = [
    ("1", "ae"), ("2", "oe"), ("3", "ss"), ("4", "th"), ("5", "ij"), ("6", "ng"), ("7", "dz"), ("8", "lj"), ("9", "nj"),
    ("0", "sh"), ("#", "zh"),
  ].map { mark, pair in
    let mark: String = mark
    let pair: String = pair
    let letters = Array(pair.utf8)
    return (Array(mark.utf8)[0], (letters[0], letters[1]))
  }

  /// One mark a character from U+00C0 on: its plain letter, a mark of `digraphs`, or "." for none.
  private static let low: [UInt8] = Array(
    ("aaaaaa1ceeeeiiiidnooooo.ouuuuy43aaaaaa1ceeeeiiiidnooooo.ouuuuy4y"  // U+00C0
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii55jjkkklllllll"  // U+0100
      + "lllnnnnnnn66oooooo22rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"  // U+0140
      + ".b....o..dd...aaeff.g..ikk...n.ooo.......0....tuuu...zz#........"  // U+0180
      + "....777888999aaiioouuuuuuuuuuaaaaa11ggggkkoooo##j777gg..nnaa11oo"  // U+01C0
      + "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy...j........"  // U+0200
      + "....ua..........aaabosdd.a.e...j.g.g.uh.i.il.....mnn.o..f.....r."  // U+0240
      + "..s0....tuu.a...zz#............................."  // U+0280
      ).utf8)

  private static let additional: [UInt8] = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"  // U+1E00
      + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"  // U+1E40
      + "wwwwwwwwwwxxxxyyzzzzzzhtwy.s..3.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"  // U+1E80
      + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......"  // U+1EC0
      ).utf8)
}
