internal import CharacterSets

/// Reads the groups and control words of an RTF document.
struct RTFText {
  /// What holds inside of a group and ends with it.
  private struct State {
    enum Target { case text, title, author, created, fonts, nothing }

    var target = Target.text
    /// How many bytes stand for a character that `\u` has told already.
    var fallback = 1
    var encoding: String
    var isHidden = false
  }

  private let bytes: [UInt8]
  private var index = 0
  private var states: [State]
  /// The encoding that the document declares; fonts may have others.
  private(set) var encoding = EncodingName.western
  /// Encodings of fonts by their numbers.
  private var fonts: [Int: String] = [:]
  private var font: Int?
  /// Tables of encodings that were asked for, for making one takes long.
  private var tables: [String: [UInt32]?] = [:]
  private var skip = 0
  /// The first of two halves of a character beyond the basic plane.
  private var highSurrogate: UInt32?
  private var parts: [String: Int] = [:]
  private var isInRow = false

  private(set) var text = StructuredText()
  private(set) var title = ""
  private(set) var author = ""

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    states = [State(encoding: EncodingName.western)]
  }

  /// As `YYYY-MM-DD`; nil where the document does not tell.
  var created: String? {
    guard let year = parts["yr"], let month = parts["mo"], let day = parts["dy"], month < 100, day < 100 else {
      return nil
    }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// - Returns: whether every group is closed.
  mutating func read(depthLimit: Int) throws(InputProblem) -> Bool {
    while index < bytes.count {
      let start = index
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "{"):
        guard states.count <= depthLimit, let last = states.last else { throw .tooDeep(limit: depthLimit) }
        states.append(last)
        skip = 0
      case UInt8(ascii: "}"):
        if states.count > 1 { states.removeLast() }
        skip = 0
        // What follows the last group is no part of the document.
        if states.count == 1 { return true }
      case UInt8(ascii: "\\"): control(from: start)
      case 0x0A, 0x0D, 0x00: break
      default:
        guard skip == 0, Self.isPlain(byte) else {
          character([byte], from: start..<index)
          break
        }
        while index < bytes.count, Self.isPlain(bytes[index]) { index += 1 }
        write(Array(bytes[start..<index]), start..<index)
      }
    }
    return false
  }

  private var state: State {
    get { states[states.count - 1] }
    set { states[states.count - 1] = newValue }
  }

  // MARK: Control words

  private mutating func control(from start: Int) {
    guard index < bytes.count else { return }
    let first = bytes[index]
    guard (0x61...0x7A).contains(first | 0x20) else {
      index += 1
      return symbol(first, from: start)
    }
    let wordStart = index
    while index < bytes.count, (0x61...0x7A).contains(bytes[index] | 0x20), index - wordStart < 32 { index += 1 }
    let word = String(decoding: bytes[wordStart..<index], as: UTF8.self)
    var number: Int?
    let numberStart = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    while index < bytes.count, (0x30...0x39).contains(bytes[index]), index - numberStart < 10 { index += 1 }
    if index > numberStart { number = Int(String(decoding: bytes[numberStart..<index], as: UTF8.self)) }
    if index < bytes.count, bytes[index] == 0x20 { index += 1 }
    if word == "bin" {
      index = min(bytes.count, index + max(0, number ?? 0))
      return
    }
    perform(word, number, start..<index)
  }

  private mutating func symbol(_ byte: UInt8, from start: Int) {
    switch byte {
    case UInt8(ascii: "'"):
      guard index + 1 < bytes.count, let high = TransferDecoding.digit(bytes[index]),
        let low = TransferDecoding.digit(bytes[index + 1])
      else { return }
      index += 2
      character([high << 4 | low], from: start..<index)
    case UInt8(ascii: "*"): state.target = .nothing
    case UInt8(ascii: "~"): character([0x20], from: start..<index)
    case UInt8(ascii: "_"): character([UInt8(ascii: "-")], from: start..<index)
    case 0x0A, 0x0D: paragraph()
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): character([byte], from: start..<index)
    default: break
    }
  }

  private static let destinations: Set<String> = [
    "colortbl", "stylesheet", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr",
    "footerf",
    "object", "fldinst", "filetbl", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "themedata",
    "datastore", "latentstyles", "xmlnstbl", "pnseclvl", "nonshppict", "annotation", "atnid", "atnauthor", "operator",
    "company", "keywords", "subject", "doccomm", "revtim", "printim", "buptim", "info", "bkmkstart", "bkmkend",
  ]

  private static let signs: [String: String] = [
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ",
  ]

  private mutating func perform(_ word: String, _ number: Int?, _ source: Range<Int>) {
    if Self.destinations.contains(word) {
      state.target = .nothing
      return
    }
    if let sign = Self.signs[word] { return write(Array(sign.utf8), source) }
    switch word {
    case "title": state.target = .title
    case "author": state.target = .author
    case "creatim": state.target = .created
    case "fonttbl": state.target = .fonts
    case "yr", "mo", "dy": if state.target == .created, let number, parts[word] == nil { parts[word] = number }
    case "par", "sect", "page": paragraph()
    case "line": if isVisible { text.lineBreak(at: source.lowerBound) }
    case "tab": write([0x20], source)
    case "cell":
      guard isVisible else { return }
      text.blank()
      text.insert("|", at: source.lowerBound, isTight: true)
      text.blank()
    case "trowd": isInRow = true
    case "row":
      text.endBlock(isTight: true)
      isInRow = false
    case "u": if let number { unicode(number, source) }
    case "uc": state.fallback = max(0, min(number ?? 1, 32))
    case "ansicpg": if let number { setCodePage(number) }
    case "mac": encoding = "MACINTOSH"
    case "f": if let number { chooseFont(number) }
    case "fcharset": if state.target == .fonts, let number, let font { fonts[font] = Self.charsets[number] }
    case "v": state.isHidden = number != 0
    case "deleted": state.isHidden = number != 0
    case "plain": state.isHidden = false
    default: break
    }
  }

  /// Character sets of Windows' fonts that differ from its Western one.
  private static let charsets = [
    161: "WINDOWS-1253", 162: "WINDOWS-1254", 177: "WINDOWS-1255", 178: "WINDOWS-1256", 186: "WINDOWS-1257",
    204: "WINDOWS-1251", 238: "WINDOWS-1250",
  ]

  private mutating func setCodePage(_ number: Int) {
    guard let name = EncodingName.named("cp\(number)"), Transcoder.knows(name) else { return }
    encoding = name
    state.encoding = name
  }

  private mutating func chooseFont(_ number: Int) {
    font = number
    if state.target != .fonts { state.encoding = fonts[number] ?? encoding }
  }

  // MARK: Characters

  private var isVisible: Bool { state.target == .text && !state.isHidden }

  private mutating func paragraph() {
    guard isVisible else { return }
    if isInRow { text.blank() } else { text.endBlock() }
  }

  private mutating func character(_ written: [UInt8], from source: Range<Int>) {
    guard skip == 0 else {
      skip -= 1
      return
    }
    guard let byte = written.first else { return }
    if byte < 0x80 { return write([byte], source) }
    var letter: [UInt8] = []
    UTF8Writing.append(table(of: state.encoding).map { $0[Int(byte)] } ?? 0xFFFD, to: &letter)
    write(letter, source)
  }

  private mutating func unicode(_ number: Int, _ source: Range<Int>) {
    // Numbers above 32,767 are written as negative ones.
    let unit = UInt32(truncatingIfNeeded: number) & 0xFFFF
    skip = state.fallback
    if (0xD800..<0xDC00).contains(unit) {
      highSurrogate = unit
      return
    }
    var scalar = unit
    if (0xDC00..<0xE000).contains(unit), let high = highSurrogate {
      scalar = 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)
    }
    highSurrogate = nil
    var letter: [UInt8] = []
    UTF8Writing.append(scalar, to: &letter)
    write(letter, source)
  }

  /// What the bytes of an encoding stand for; nil where it is none of single bytes.
  private mutating func table(of encoding: String) -> [UInt32]? {
    if let table = tables[encoding] { return table }
    let table = CharacterSets.table(ofSingleByte: encoding)
    tables[encoding] = .some(table)
    return table
  }

  /// Whether a byte is a character of ASCII that means nothing but itself.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte < 0x80 && byte != UInt8(ascii: "{") && byte != UInt8(ascii: "}") && byte != UInt8(ascii: "\\")
      && byte != 0x0A && byte != 0x0D && byte != 0
  }

  private mutating func write(_ letters: [UInt8], _ source: Range<Int>) {
    switch state.target {
    case .title: title += String(decoding: letters, as: UTF8.self)
    case .author: author += String(decoding: letters, as: UTF8.self)
    case .text: if !state.isHidden { text.write(letters, from: source, isTight: isInRow) }
    case .created, .fonts, .nothing: break
    }
  }
}
