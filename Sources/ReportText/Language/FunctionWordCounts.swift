/// How many of a text's words are the small words of which every sentence of a language is full.
struct FunctionWordCounts {
  /// Words of Latin letters.
  private(set) var count = 0
  private var hits = [Int](repeating: 0, count: FunctionWords.languages.count)
  /// Of the last dozen words, which are small words of English, and which of other languages only; the last is bit 0.
  private var recentEnglish: UInt16 = 0
  private var recentForeign: UInt16 = 0
  /// Whether a dozen words in a row read like English: a sentence before a quotation in another language, say.
  private(set) var hasEnglishSentence = false

  var english: Int { hits[0] }

  /// A sixth of the words of English prose and more are among these; of lists of strikes, a tenth.
  var isEnglish: Bool { hits[0] * 10 >= count && hits[0] == hits.max() }

  /// The language with the most of its small words, where it is clearly ahead of English; nil where nothing is clear.
  var language: String? {
    guard let best = hits.indices.max(by: { hits[$0] < hits[$1] }) else { return nil }
    if best == 0 { return isEnglish ? "en" : nil }
    guard hits[best] * 100 >= count * 15, hits[best] >= 3 * hits[0] else { return nil }
    return FunctionWords.languages[best].tag
  }

  /// - Parameter stopsAtEnglish: nothing more is counted once a sentence reads like English.
  mutating func add(_ bytes: ArraySlice<UInt8>, stopsAtEnglish: Bool = false) {
    let table = FunctionWords.table
    var packed: UInt64 = 0
    var length = 0
    var first: UInt8 = 0
    for byte in bytes {
      if byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 {
        let letter = byte &- 0x41 < 26 ? byte | 0x20 : byte
        if length == 0 { first = letter }
        packed = packed << 8 | UInt64(letter)
        length += 1
      } else if length > 0 {
        take(length <= FunctionWords.longest ? table.languages(of: packed) : 0, first: first)
        if stopsAtEnglish, hasEnglishSentence { return }
        packed = 0
        length = 0
      }
    }
    if length > 0 { take(length <= FunctionWords.longest ? table.languages(of: packed) : 0, first: first) }
  }

  /// - Parameter languages: those whose word it is, as bits.
  private mutating func take(_ languages: UInt32, first: UInt8) {
    // Words of other scripts are counted as letters.
    guard first < 0xCA else { return }
    count += 1
    var rest = languages
    while rest != 0 {
      hits[rest.trailingZeroBitCount] += 1
      rest &= rest - 1
    }
    let isEnglish = languages & 1 != 0
    recentEnglish = (recentEnglish << 1 | (isEnglish ? 1 : 0)) & 0xFFF
    recentForeign = (recentForeign << 1 | (!isEnglish && languages != 0 ? 1 : 0)) & 0xFFF
    if recentEnglish.nonzeroBitCount >= 3, recentEnglish.nonzeroBitCount > recentForeign.nonzeroBitCount + 1 {
      hasEnglishSentence = true
    }
  }
}

/// Small words of languages that are written in Latin letters; English stands first.
enum FunctionWords {
  /// Two dozen of the commonest words of each language, of those that tell it from its neighbours or from English.
  static let languages: [(tag: String, words: String)] = [
    (
      "en",
      """
      the of and to in a an is was were are be been by for on at as with that this from it its they their there he his she \
      her we has have had not or which who will would after when near against during between over into out said than more two
      """
    ),
    (
      "fr",
      "le la les des du de et en un une est dans pour par sur que qui au aux avec ont été sont ce cette plus pas il"
    ),
    (
      "de",
      "der die das und ist im den dem des ein eine einen von mit auf für wurde wurden sich nicht auch nach bei zu hat"
    ),
    ("es", "el la los las de del y en un una que por con para se su al ha han fue fueron como más contra sobre entre"),
    (
      "it",
      "il lo la gli le di del della dei delle e in un una che per con da dal è sono stato stati hanno nel nella sul"
    ),
    ("pt", "o os as de do da dos das e em um uma que por com para no na nos nas foi foram não mais ao são sobre pelo"),
    (
      "nl", "de het een van en in op te dat die voor met zijn is niet aan door bij naar ook werd werden heeft uit tegen"
    ),
    ("sv", "och att det som en på är av för med den till inte har om ett var från de sig efter mot vid men"),
    ("da", "og at det som en på er af for med den til ikke har om et var fra de sig efter mod ved men blev"),
    ("no", "og at det som en på er av for med den til ikke har om et var fra de seg etter mot ved men ble"),
    ("pl", "i w na z do że się nie jest to o przez po od za dla są był została oraz jak lub ale przed"),
    ("cs", "a v na se je že z do s o k pro by byl byla byly za od po jako nebo ale při které"),
    ("ro", "și în de la cu pe din că a au fost pentru care este nu un o mai prin dar după sau lui"),
    ("hu", "a az és hogy nem egy is volt meg van ez el de ki csak már mint még után által ellen"),
    ("tr", "ve bir bu da de için ile olarak olan çok daha en gibi kadar sonra ise oldu edildi üzere ancak tarafından"),
    ("az", "və bir bu da də üçün ilə olan daha kimi sonra edib isə qədər tərəfindən"),
    ("hr", "i u na je se da su za od s o kao koji koja nije te ali po iz bio nakon protiv"),
    ("id", "yang dan di ke dari untuk dengan pada ini itu dalam tidak oleh akan telah sebagai adalah mereka"),
    ("fi", "ja on ei että se oli ovat joka mutta myös kun sen hän tai kuin mukaan jälkeen"),
    ("ku", "û li ji bi ku de jî di ya yê yên wê vê ev ser nav bo hat hatin"),
    ("sq", "dhe në të për me nga një që është u i e më ka si janë kundër"),
    ("vi", "và của các là cho có trong được với những một không người đã này"),
  ]

  /// Bytes of the longest words that are looked up.
  static let longest = 7

  static let table = Table()

  /// The words by their bytes, packed into a number.
  struct Table: Sendable {
    private static let size = 2_048
    private var keys = [UInt64](repeating: 0, count: size)
    private var values = [UInt32](repeating: 0, count: size)

    fileprivate init() {
      for (number, language) in FunctionWords.languages.enumerated() {
        for word in language.words.split(whereSeparator: { $0 == " " || $0 == "\n" })
        where word.utf8.count <= FunctionWords.longest {
          let packed = word.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
          var slot = Self.slot(packed)
          while keys[slot] != 0, keys[slot] != packed { slot = (slot + 1) % Self.size }
          keys[slot] = packed
          values[slot] |= 1 << UInt32(number)
        }
      }
    }

    private static func slot(_ packed: UInt64) -> Int {
      Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) >> 53)
    }

    /// The languages that have a word, as bits.
    func languages(of packed: UInt64) -> UInt32 {
      var slot = Self.slot(packed)
      while keys[slot] != 0 {
        if keys[slot] == packed { return values[slot] }
        slot = (slot + 1) % Self.size
      }
      return 0
    }
  }
}
