/// Words of other letters in the heads of mails (RFC 2047): `=?utf-8?B?…?=`.
enum EncodedWords {
  /// The head's value with all such words decoded; what is none stays as it is.
  static func decoded(_ value: [UInt8]) -> String {
    var result: [UInt8] = []
    var index = 0
    /// Bytes of words of one encoding, which may be cut inside of a character.
    var waiting: (encoding: String, bytes: [UInt8])?
    func flush() {
      if let word = waiting { result += DecodedText(word.bytes, declared: word.encoding).text }
      waiting = nil
    }
    while index < value.count {
      if let word = Word(value, at: index) {
        if waiting?.encoding == word.encoding {
          waiting?.bytes += word.bytes
        } else {
          flush()
          waiting = (word.encoding, word.bytes)
        }
        index = word.end
        // Blanks between two such words part nothing.
        var next = index
        while next < value.count, ByteMarks.isBlank(value[next]) { next += 1 }
        if next < value.count, Word(value, at: next) != nil { index = next } else { flush() }
        continue
      }
      flush()
      result.append(value[index])
      index += 1
    }
    flush()
    // Heads without such words may hold letters as they are.
    return String(decoding: DecodedText(result, declared: "utf-8").text, as: UTF8.self).trimmingBlanks
  }

  private struct Word {
    let encoding: String
    let bytes: [UInt8]
    let end: Int

    init?(_ value: [UInt8], at start: Int) {
      guard start + 7 < value.count, value[start] == UInt8(ascii: "="), value[start + 1] == UInt8(ascii: "?") else {
        return nil
      }
      let mark = UInt8(ascii: "?")
      guard let first = value[(start + 2)...].firstIndex(of: mark), first + 2 < value.count, value[first + 2] == mark,
        let close = value[(first + 3)...].firstIndex(of: mark), close + 1 < value.count,
        value[close + 1] == UInt8(ascii: "="), close - start < 2_000
      else { return nil }
      // A language may stand behind the encoding (RFC 2231).
      encoding = String(decoding: value[(start + 2)..<first].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
      let range = first + 3..<close
      switch value[first + 1] | 0x20 {
      case UInt8(ascii: "b"): bytes = TransferDecoding(value, range, encoding: "base64").bytes
      case UInt8(ascii: "q"):
        let spaced = value[range].map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
        bytes = TransferDecoding(spaced, 0..<spaced.count, encoding: "quoted-printable").bytes
      default: return nil
      }
      end = close + 2
    }
  }
}
