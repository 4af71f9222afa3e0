/// Names of encodings as pages, mails and files declare them.
enum EncodingName {
  static let utf8 = "UTF-8"
  static let utf16LittleEndian = "UTF-16LE"
  static let utf16BigEndian = "UTF-16BE"
  static let western = "WINDOWS-1252"

  /// The encoding that a label means, by the name that iconv knows; nil for a label that means none.
  ///
  /// After the WHATWG Encoding Standard: what calls itself Latin-1 or ASCII is Windows-1252 in practice, and likewise for
  /// others of the ISO 8859 family that Windows extended.
  static func named(_ label: String) -> String? {
    var name = ""
    for byte in label.utf8 where !ByteMarks.isBlank(byte) && byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-") {
      name.unicodeScalars.append(UnicodeScalar((0x41...0x5A).contains(byte) ? byte | 0x20 : byte))
    }
    if let known = known[name] { return known }
    for prefix in ["windows", "cp", "xcp"] where name.hasPrefix(prefix) {
      let number = name.dropFirst(prefix.count)
      if (["1250", "1251", "1252", "1253", "1254", "1255", "1256", "1257", "1258"] as [Substring]).contains(number) {
        return "WINDOWS-\(number)"
      }
    }
    if name.hasPrefix("iso8859"), let part = Int(name.dropFirst("iso8859".count)), (1...16).contains(part), part != 12 {
      return extended[part] ?? "ISO-8859-\(part)"
    }
    return nil
  }

  private static let extended = [1: western, 9: "WINDOWS-1254", 11: "WINDOWS-874"]

  private static let known: [String: String] = [
    "utf8": utf8, "unicode11utf8": utf8, "utf16": utf16LittleEndian, "utf16le": utf16LittleEndian,
    "utf16be": utf16BigEndian, "unicode": utf16LittleEndian, "ascii": western, "usascii": western, "latin1": western,
    "l1": western, "ansix3.41968": western, "latin2": "ISO-8859-2", "latin5": "WINDOWS-1254", "cyrillic": "ISO-8859-5",
    "arabic": "ISO-8859-6", "greek": "ISO-8859-7", "hebrew": "ISO-8859-8", "koi8r": "KOI8-R", "koi8": "KOI8-R",
    "koi8u": "KOI8-U", "ibm866": "CP866", "cp866": "CP866", "macintosh": "MACINTOSH", "xmacroman": "MACINTOSH",
    "maccyrillic": "MAC-CYRILLIC", "xmaccyrillic": "MAC-CYRILLIC", "windows874": "WINDOWS-874", "gbk": "GB18030",
    "gb2312": "GB18030", "gb18030": "GB18030", "big5": "BIG5-HKSCS", "eucjp": "EUC-JP", "shiftjis": "SHIFT_JIS",
    "sjis": "SHIFT_JIS", "euckr": "EUC-KR", "ksc56011987": "EUC-KR", "uhc": "CP949",
  ]
}
