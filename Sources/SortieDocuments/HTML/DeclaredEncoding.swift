/// The encoding that a page or an XML file declares in its first bytes.
enum DeclaredEncoding {
  /// So many bytes are searched; browsers search 1024, and some pages need more.
  private static let window = 8192

  /// The label as written; nil where there is none. Comments declare nothing.
  static func label(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(window).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if let declaration = xmlLabel(head) { return declaration }
    var index = 0
    while let tag = find("<", in: head, from: index) {
      if starts(head, tag, "<!--") {
        guard let end = find("-->", in: head, from: tag + 4) else { return nil }
        index = end + 3
        continue
      }
      index = tag + 1
      guard starts(head, tag, "<meta"), let end = find(">", in: head, from: tag) else { continue }
      index = end + 1
      if let label = value(of: "charset", in: head, tag..<end) { return label }
    }
    return nil
  }

  private static func xmlLabel(_ head: [UInt8]) -> String? {
    guard let start = head.firstIndex(where: { !ByteMarks.isBlank($0) }), starts(head, start, "<?xml"),
      let end = find("?>", in: head, from: start)
    else { return nil }
    return value(of: "encoding", in: head, start..<end)
  }

  /// What follows a name and `=`, with or without quotes.
  private static func value(of name: String, in head: [UInt8], _ range: Range<Int>) -> String? {
    guard let start = find(name, in: head, from: range.lowerBound), start < range.upperBound else { return nil }
    var index = start + name.utf8.count
    func skip(while condition: (UInt8) -> Bool) {
      while index < range.upperBound, condition(head[index]) { index += 1 }
    }
    skip(while: ByteMarks.isBlank)
    guard index < range.upperBound, head[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    skip { ByteMarks.isBlank($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let first = index
    skip {
      !ByteMarks.isBlank($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: ";")
        && $0 != UInt8(ascii: "/")
    }
    return index > first ? String(decoding: head[first..<index], as: UTF8.self) : nil
  }

  private static func starts(_ bytes: [UInt8], _ index: Int, _ word: String) -> Bool {
    bytes[index...].starts(with: word.utf8)
  }

  private static func find(_ word: String, in bytes: [UInt8], from start: Int) -> Int? {
    let word = Array(word.utf8)
    guard start >= 0, bytes.count - start >= word.count, let first = word.first else { return nil }
    for index in start...bytes.count - word.count where bytes[index] == first && bytes[index...].starts(with: word) {
      return index
    }
    return nil
  }
}
