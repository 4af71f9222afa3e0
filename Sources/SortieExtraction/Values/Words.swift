internal import ReportText
internal import SortiePatterns

/// The text with the language's word tables: what phrases are read with; a class, so that handing it on costs nothing.
final class Words: Sendable {
  let text: ReportText
  let language: Language

  init(text: ReportText, language: Language) {
    self.text = text
    self.language = language
  }

  /// The text's own, by which words are looked up without a string being made of them.
  var bytes: [UInt8] { text.bytes }

  func string(_ range: Range<Int>) -> String { text.string(range) }

  /// Lower case, white space runs as one blank.
  func folded(_ range: Range<Int>) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(range.count)
    var joint = false
    for byte in text.bytes[range.clamped(to: 0..<text.bytes.count)] {
      switch byte {
      case 0x80...: return Words.fold(text.string(range))
      case 0x20, 0x09...0x0D: joint = !folded.isEmpty
      default:
        if joint { folded.append(0x20) }
        joint = false
        folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  static func fold(_ words: String) -> String {
    if let folded = foldASCII(words) { return folded }
    return words.lowercased().split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
  }
}

extension Words {
  /// The same for words of ASCII letters, without a look at what Unicode knows of them; nil for others.
  private static func foldASCII(_ words: String) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(words.utf8.count)
    var joint = false
    for byte in words.utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x20, 0x09...0x0D: joint = !folded.isEmpty
      default:
        if joint { folded.append(0x20) }
        joint = false
        folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }
}

/// The word tables of one language, looked up once; a class, so that handing them on costs nothing.
final class Language: Sendable {
  let months, weekdays, numberWords, numberScales, vagueNumbers, pairWords: Lexicon
  let unitsOfTime, unitsOfDistance, relativeDays, relativeToToldDay: Lexicon
  let placeKinds, conjunctions, classAdjectives, placeCues, placePrepositions, plainWords: Lexicon
  let munitionVerbs, nounOpeners, alikeInNumber: Lexicon
  let bodiesOfState, claimantNouns, claimantRoles, massNouns, columnHeads, columnTotals, runningTotals: Lexicon
  let singularArticles, definiteArticles, furtherWords, teams, womenAndChildren, coalitionLeaders, sortiePurposes,
    prepositionsOfOrigin: Lexicon
  let aircraftClasses, personNouns, relations, genericTargets, attackVerbs, effectNouns, kindsOfFlight: Lexicon
  let sentenceRules: SentenceRules

  /// - Throws: `MissingLexicon` where the patterns lack a table that a mechanism needs.
  init(_ library: PatternLibrary) throws(MissingLexicon) {
    func table(_ name: String) throws(MissingLexicon) -> Lexicon {
      guard let lexicon = library.lexicon(name) else { throw MissingLexicon(name: name) }
      return lexicon
    }
    months = try table("month-names")
    weekdays = try table("weekdays")
    numberWords = try table("number-words")
    numberScales = try table("number-scales")
    vagueNumbers = try table("vague-numbers")
    pairWords = try table("pair-words")
    unitsOfTime = try table("units-of-time")
    bodiesOfState = try table("bodies-of-state")
    columnHeads = try table("column-heads")
    columnTotals = try table("column-totals")
    runningTotals = try table("running-totals")
    massNouns = try table("mass-nouns")
    claimantNouns = try table("claimant-nouns")
    claimantRoles = try table("claimant-roles")
    unitsOfDistance = try table("units-of-distance")
    relativeDays = try table("relative-days")
    relativeToToldDay = try table("relative-to-told-day")
    placeKinds = try table("place-kinds")
    classAdjectives = try table("class-adjectives")
    placeCues = try table("place-cues")
    placePrepositions = try table("place-prepositions")
    plainWords = try table("plain-words")
    munitionVerbs = try table("munition-verbs")
    nounOpeners = try table("noun-openers")
    alikeInNumber = try table("alike-in-number")
    conjunctions = try table("conjunctions")
    aircraftClasses = try table("aircraft-classes")
    singularArticles = try table("singular-articles")
    definiteArticles = try table("definite-articles")
    teams = try table("teams")
    furtherWords = try table("further-words")
    personNouns = try table("person-nouns")
    womenAndChildren = try table("women-and-children")
    prepositionsOfOrigin = try table("prepositions-of-origin")
    coalitionLeaders = try table("coalition-leaders")
    sortiePurposes = try table("sortie-purposes")
    relations = try table("relations")
    genericTargets = try table("generic-targets")
    attackVerbs = try table("attack-verbs")
    effectNouns = try table("effect-nouns")
    kindsOfFlight = try table("kinds-of-flight")
    sentenceRules = SentenceRules(
      abbreviations: Set(try table("abbreviations").keys),
      beforeNumbers: Set(try table("abbreviations-before-numbers").keys))
  }
}

/// The patterns lack a word table that a mechanism reads with.
public struct MissingLexicon: Error, CustomStringConvertible {
  public let name: String
  public var description: String { "the patterns have no lexicon named \(name)" }
}
