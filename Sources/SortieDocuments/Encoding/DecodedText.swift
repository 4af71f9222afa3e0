internal import CharacterSets
public import SortieSchema

/// A text in UTF-8, out of bytes in whatever encoding.
public struct DecodedText: Sendable {
  /// How the encoding is known.
  public enum Origin: String, Sendable {
    /// The first bytes say so.
    case byteOrderMark = "byte order mark"
    /// The input says so: a page in its head, a mail, an XML declaration.
    case declared
    /// The bytes leave no other choice, or are most likely so.
    case detected
    /// Files of this kind are always so.
    case format = "by the format"
  }

  /// Without a byte order mark. Some bytes may be no valid UTF-8, where there are few of them.
  public private(set) var text: [UInt8]
  /// Nil where the text is the bytes as they are.
  public private(set) var map: SourceMap?
  /// The usual name: `UTF-8`, `WINDOWS-1251`.
  public let encoding: String
  public let origin: Origin
  public var textEncoding: TextEncoding { TextEncoding(encoding, origin) }
  /// Declarations that are wrong, letters that were repaired.
  public private(set) var findings: [Finding] = []

  /// - Parameter declared: the encoding that the input declares, in its own words; nil where it declares none.
  public init(_ bytes: [UInt8], declared: String? = nil) {
    let choice = EncodingChoice(bytes, declared: declared)
    encoding = choice.encoding
    origin = choice.origin
    findings = choice.findings
    if choice.encoding == EncodingName.utf8 {
      text = choice.skipped == 0 ? bytes : Array(bytes[choice.skipped...])
      map = choice.skipped == 0 ? nil : SourceMap(copying: text.count, from: choice.skipped)
    } else {
      var transcoder = Transcoder(skipping: choice.skipped)
      transcoder.decode(bytes, encoding: choice.encoding)
      text = transcoder.text
      map = transcoder.map
    }
    if let mended = Mojibake.mended(text) {
      text = mended.text
      map = map.map { mended.map.composed(with: $0) } ?? mended.map
      findings.append(
        Finding(
          rule: "mojibake-repaired",
          message:
            "\(mended.count) characters had been written in UTF-8 and read as \(EncodingName.western); they were repaired"
        ))
    }
  }
}

/// Which encoding bytes are in, and why.
struct EncodingChoice {
  var encoding = EncodingName.utf8
  var origin = DecodedText.Origin.detected
  /// Bytes of the byte order mark.
  var skipped = 0
  var findings: [Finding] = []

  /// A byte order mark is believed first. What is well formed as UTF-8 with characters of several bytes is UTF-8,
  /// whatever is declared: no other encoding looks so by chance. A declaration is believed next, then what the bytes look
  /// like.
  init(_ bytes: [UInt8], declared: String?) {
    for (mark, encoding) in ByteMarks.encodings where bytes.starts(with: mark) {
      self.encoding = encoding
      origin = .byteOrderMark
      skipped = mark.count
      return
    }
    let statistics = ByteStatistics(bytes)
    if let wide = statistics.wideEncoding(count: bytes.count) {
      encoding = wide
      return
    }
    let told = declared.flatMap(EncodingName.named)
    if statistics.isUTF8 {
      if told == EncodingName.utf8 { origin = .declared }
      if let told, told != EncodingName.utf8, statistics.wellFormed > 0 { contradict(declared, told) }
      return
    }
    // A few broken characters in a text that is UTF-8 for the rest stay what they are; the text layer counts them.
    if statistics.wellFormed > statistics.stray {
      if let told, told != EncodingName.utf8 { contradict(declared, told) }
      return
    }
    if let told, told != EncodingName.utf8, !told.hasPrefix("UTF-16"), Transcoder.knows(told) {
      encoding = told
      origin = .declared
      return
    }
    encoding = Self.detected(bytes, statistics)
    if declared != nil { contradict(declared, told) }
  }

  private mutating func contradict(_ declared: String?, _ told: String?) {
    let words = told ?? declared ?? ""
    findings.append(
      Finding(
        rule: "encoding-declaration", message: "the input declares the encoding \(words), and is in \(encoding)"))
  }

  private static func detected(_ bytes: [UInt8], _ statistics: ByteStatistics) -> String {
    // Detectors go by the frequency of letters and guess wildly where there are only a few quotation marks.
    guard !statistics.isMostlyASCII, let found = CharacterSets.detect(Array(bytes.prefix(1 << 16))),
      let name = EncodingName.named(found), name != EncodingName.utf8, Transcoder.knows(name)
    else { return EncodingName.western }
    return name
  }
}
