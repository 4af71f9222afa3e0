/// The kinds of marks that stand in a marked sentence for what was recognised.
///
/// Each is one character of Unicode's private use area, so that a pattern says `{{place}}` and PCRE2 compares one
/// code point. Private-use characters of the text itself never reach the marked view.
enum Mark: UInt8, CaseIterable, Sendable {
  // Names of the gazetteer.
  case aircraft, state, adjective, metonym, cue, coalition, airforce, group, claimant, munition, thing
  case settlement, region, admin
  // Values.
  case date, number, count
  // Phrases.
  case spot, `where`, samePlace, departure, craft, force, item, targets, hit, weapon, toll, strike, engagements, doing
  // What the sentence does with its action.
  case claim, ground, negated, planned, habitual, cumulative, support, flight, `break`, elided, saying
  // The forces of a state, which are a group too.
  case stateForces

  /// The name that patterns use in `makes` and in `{{…}}`.
  var name: String { Self.names[Int(rawValue)] }

  private static let names = allCases.map { mark in
    switch mark {
    case .samePlace: "same-place"
    case .stateForces: "state-forces"
    default: String(describing: mark)
    }
  }

  /// First code point of the marks.
  static let base: UInt32 = 0xE000

  /// The mark's character in UTF-8: three bytes.
  var bytes: (UInt8, UInt8, UInt8) {
    let scalar = Self.base + UInt32(rawValue)
    return (UInt8(0xE0 | scalar >> 12), UInt8(0x80 | (scalar >> 6 & 0x3F)), UInt8(0x80 | (scalar & 0x3F)))
  }

  /// The regex of each mark's character, for the pattern library.
  static let patternSources: [String: String] = Dictionary(
    uniqueKeysWithValues: allCases.map { mark in
      // A state's forces answer to `{{group}}` as well.
      let alike = mark == .group ? [mark, .stateForces] : [mark]
      let hex = alike.map { "\\x{" + String(base + UInt32($0.rawValue), radix: 16, uppercase: true) + "}" }
      return (mark.name, hex.count == 1 ? hex[0] : "[" + hex.joined() + "]")
    })

  /// Several marks as bits, by their raw value.
  static func set(_ marks: [Mark]) -> UInt64 { marks.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

  static let byName: [String: Mark] = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}

/// The stages of the cascade in the order in which they run; each reads what those before it have marked.
public enum CascadeStages {
  /// The stage that reads the first lines of a text before any other.
  static let furniture = "furniture"
  /// The stage that looks for years before the text is read.
  static let years = "years"
  /// The stage that finds lines that are no part of the report.
  static let boilerplate = "boilerplate"
  /// Stages that run on plain text, outside the cascade.
  static let outside: Set<String> = [furniture, years, boilerplate]

  public static let all = [
    furniture, years, boilerplate,
    "dates", "date-phrases", "numbers", "counts", "craft", "forces", "force-lists", "spots", "spots-alone",
    "departures", "places", "weapons", "strikes", "place-objects", "claims", "tolls", "items", "group-items",
    "target-lists",
    "hits", "verbs", "causes", "contexts", "sayings", "breaks",
  ]

  /// What patterns may name as `{{…}}` beside their own parts, with the regex of its character.
  public static let marks = Mark.patternSources
}
