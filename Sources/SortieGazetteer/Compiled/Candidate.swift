/// Which of an entry's names was found.
public enum Aspect: UInt8, Sendable, CaseIterable {
  case name, nickname, adjective, metonym, cue
}

/// By which key a name was found, best first.
public enum KeyTier: UInt8, Sendable, CaseIterable, Comparable {
  /// Letter by letter, but for case, accents, hyphens and apostrophes.
  case exact
  /// Without articles and doubled letters.
  case fold
  /// With letters merged that transliterations write differently.
  case mid
  /// By the consonants alone, and near enough letter by letter. Only whole names that no other key finds are looked up
  /// so, never the words of a text.
  case loose

  public static func < (left: KeyTier, right: KeyTier) -> Bool { left.rawValue < right.rawValue }
}

/// An entry that a mention may stand for.
public struct Candidate: Hashable, Sendable {
  public let table: Table
  /// Index into the gazetteer's collection of that table.
  public let index: Int
  public let aspect: Aspect
  public let tier: KeyTier
  /// It is the entry's own name, not one of its others.
  public let isMainName: Bool
  /// The text has the plural, or a possessive that lost its apostrophe.
  public let isPlural: Bool
  /// A place whose name is an English word, or was found by a short and merged key: it needs a word such as "near" or
  /// "village" beside it.
  public let needsCue: Bool
  /// How well the letters fit, 0…1.
  public let score: Double
}

/// Names found in a text, and all that they may stand for.
public struct Mention: Equatable, Sendable {
  /// UTF-8 byte offsets in the text as read, without a possessive `'s`.
  public var range: Range<Int>
  /// Best first: by table, then by key, then by prominence.
  public var candidates: [Candidate]

  public init(range: Range<Int>, candidates: [Candidate]) {
    self.range = range
    self.candidates = candidates
  }
}

/// A candidate as it stands in the compiled form, in two words.
struct StoredCandidate: Hashable {
  var table: Table
  var index: Int
  var aspect: Aspect
  var tier: KeyTier
  var form: NameForm
  /// How many gaps the name has where a text may write a space; a text with more means other words.
  var gaps: Int

  var words: (UInt32, UInt32) {
    (
      UInt32(table.rawValue) << 24 | UInt32(index),
      UInt32(aspect.rawValue) | UInt32(tier.rawValue) << 4 | UInt32(gaps) << 8 | UInt32(form.rawValue) << 16
    )
  }

  init(table: Table, index: Int, aspect: Aspect, tier: KeyTier, form: NameForm, gaps: Int) {
    self.table = table
    self.index = index
    self.aspect = aspect
    self.tier = tier
    self.form = form
    self.gaps = gaps
  }

  /// Nil when the words hold no candidate (a damaged file).
  init?(_ first: UInt32, _ second: UInt32) {
    guard let table = Table(rawValue: UInt8(first >> 24)), let aspect = Aspect(rawValue: UInt8(second & 0xF)),
      let tier = KeyTier(rawValue: UInt8(second >> 4 & 0xF))
    else { return nil }
    self.init(
      table: table, index: Int(first & 0xFF_FFFF), aspect: aspect, tier: tier,
      form: NameForm(rawValue: UInt16(truncatingIfNeeded: second >> 16)), gaps: Int(second >> 8 & 0xFF))
  }
}
