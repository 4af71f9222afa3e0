internal import TextScan

/// Classes of bytes, coarse enough that three of them side by side number a table of 32,768 entries.
///
/// They are those of `StartTable`: a class for each letter, whatever its case, and few for everything else.
enum CharacterClass {
  /// All classes whose characters are one byte long.
  static let singleBytes = ~(bit(StartTable.high) | bit(StartTable.mark))
  static let everything = UInt32.max
  private static let letters: UInt32 = 0x07FF_FFFE

  /// A set of characters: their classes as bits, and which marks are among them.
  struct Set {
    var classes: UInt32 = 0
    var marks: UInt64 = 0

    static let everything = Set(classes: .max, marks: .max)

    fileprivate mutating func formUnion(_ other: Set) {
      classes |= other.classes
      marks |= other.marks
    }
  }

  private static func bit(_ class: UInt8) -> UInt32 { 1 << UInt32(`class`) }

  private static func byte(_ byte: UInt8) -> Set { Set(classes: bit(StartTable.class(of: byte))) }

  /// The characters that an atom of a regex matches at most; nil where it is no set of characters.
  static func set(of atom: [UInt8]) -> Set? {
    guard let first = atom.first else { return nil }
    if first == UInt8(ascii: "\\") { return atom.count > 1 ? escape(atom[...]) : nil }
    if first == UInt8(ascii: "["), atom.count > 2, atom.last == UInt8(ascii: "]") { return bracketed(atom) }
    if first >= 0x80 { return Set(classes: bit(StartTable.high)) }
    if first == UInt8(ascii: ".") { return .everything }
    return atom.count == 1 ? byte(first) : nil
  }

  /// Whether all letters of ASCII that an atom matches where case is minded are capitals.
  static func isCapital(_ atom: [UInt8]) -> Bool {
    if atom.elementsEqual("\\p{Lu}".utf8) || atom.elementsEqual("[A-Z]".utf8) { return true }
    return atom.count == 1 && atom[0] &- 0x41 < 26
  }

  private static func escape(_ atom: ArraySlice<UInt8>) -> Set? {
    let letter = atom[atom.startIndex + 1]
    switch letter {
    case UInt8(ascii: "s"): return Set(classes: bit(StartTable.space))
    case UInt8(ascii: "d"): return Set(classes: bit(StartTable.digit))
    case UInt8(ascii: "w"): return Set(classes: letters | bit(StartTable.digit) | bit(StartTable.other))
    case UInt8(ascii: "t"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "f"):
      return Set(classes: bit(StartTable.space))
    case UInt8(ascii: "p") where atom.count > 4 && atom[atom.startIndex + 3] == UInt8(ascii: "L"):
      return Set(classes: letters | bit(StartTable.high))
    case UInt8(ascii: "p"), UInt8(ascii: "P"), UInt8(ascii: "S"), UInt8(ascii: "D"), UInt8(ascii: "W"),
      UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "v"), UInt8(ascii: "V"), UInt8(ascii: "N"):
      return .everything
    case UInt8(ascii: "x"): return codePoint(atom).map { scalars($0...$0) }
    default:
      let isWordByte = (letter | 0x20) &- 0x61 < 26 || letter &- 0x30 < 10
      return isWordByte ? nil : letter >= 0x80 ? Set(classes: bit(StartTable.high)) : byte(letter)
    }
  }

  private static func codePoint(_ atom: ArraySlice<UInt8>) -> UInt32? {
    guard atom.count > 4, atom[atom.startIndex + 2] == UInt8(ascii: "{"), atom.last == UInt8(ascii: "}") else {
      return nil
    }
    return UInt32(String(decoding: atom.dropFirst(3).dropLast(), as: UTF8.self), radix: 16)
  }

  private static func scalars(_ range: ClosedRange<UInt32>) -> Set {
    var set = Set()
    if range.lowerBound < 0x80 {
      for value in range.lowerBound...min(range.upperBound, 0x7F) { set.formUnion(byte(UInt8(value))) }
    }
    let marks = UInt32(StartTable.firstMark)..<UInt32(StartTable.firstMark) + 64
    if range.overlaps(marks) {
      set.classes |= bit(StartTable.mark)
      for number in 0..<64 where range.contains(marks.lowerBound + UInt32(number)) { set.marks |= 1 << UInt64(number) }
    }
    if range.upperBound >= 0x80 { set.classes |= bit(StartTable.high) }
    return set
  }

  /// `[…]`; what is left out by `[^…]` is not looked at.
  private static func bracketed(_ atom: [UInt8]) -> Set {
    guard atom[1] != UInt8(ascii: "^") else { return .everything }
    var set = Set()
    var position = 1
    var previous: UInt32?
    while position < atom.count - 1 {
      let start = position
      let byte = atom[position]
      if byte == UInt8(ascii: "["), position + 1 < atom.count, atom[position + 1] == UInt8(ascii: ":") {
        return .everything
      }
      position += 1
      if byte == UInt8(ascii: "\\") {
        position += 1
        if position < atom.count, atom[position] == UInt8(ascii: "{"), "pPx".utf8.contains(atom[position - 1]) {
          while position < atom.count - 1, atom[position] != UInt8(ascii: "}") { position += 1 }
          position += 1
        }
      } else if byte >= 0x80 {
        while position < atom.count - 1, atom[position] & 0xC0 == 0x80 { position += 1 }
      }
      let member = atom[start..<position]
      // A range, told by the hyphen between two characters.
      if byte == UInt8(ascii: "-"), let low = previous, position < atom.count - 1 {
        guard let high = single(atom[position...].dropLast()) else { return .everything }
        set.formUnion(scalars(low...max(low, high.value)))
        position = high.end
        previous = nil
        continue
      }
      previous = nil
      if byte == UInt8(ascii: "\\") {
        guard let escaped = escape(member) else { return .everything }
        set.formUnion(escaped)
        if member.count > 2, member[start + 1] == UInt8(ascii: "x") { previous = codePoint(member) }
      } else if byte >= 0x80 {
        set.classes |= bit(StartTable.high)
        previous = 0x80
      } else {
        set.formUnion(Self.byte(byte))
        previous = UInt32(byte)
      }
    }
    return set
  }

  /// The character at the start of a slice and where it ends; nil for a class. Those outside ASCII that are written as
  /// such count as the last of all.
  private static func single(_ bytes: ArraySlice<UInt8>) -> (value: UInt32, end: Int)? {
    guard let byte = bytes.first else { return nil }
    let start = bytes.startIndex
    if byte >= 0x80 {
      let rest = bytes.dropFirst().prefix { $0 & 0xC0 == 0x80 }
      return (0x10FFFF, rest.endIndex)
    }
    guard byte == UInt8(ascii: "\\") else { return (UInt32(byte), start + 1) }
    if bytes.count > 4, bytes[start + 1] == UInt8(ascii: "x"), let close = bytes.firstIndex(of: UInt8(ascii: "}")),
      let value = codePoint(bytes[start...close])
    {
      return (value, close + 1)
    }
    return nil
  }
}
