public import SortieSchema

/// A generator whose numbers are the same on every run and machine (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Makes up records with every slot now filled, now empty.
public struct RecordMaker {
  private var generator: SeededGenerator
  private let words: [String]

  /// - Parameter words: what slots of text are filled with.
  public init(seed: UInt64, words: [String] = Self.awkwardWords) {
    generator = SeededGenerator(seed: seed)
    self.words = words
  }

  public static let awkwardWords = [
    "", "Su-24M", "Al-Bāb", "مارع", "two\nlines", "tab\tand \"quotes\"", "back\\slash", "\u{0}\u{1F}\u{7F}", "🛩️👨‍👩‍👧",
    "</script>",
    "\u{2028}", "=1+1",
  ]

  private mutating func maybe<Value>(_ make: (inout RecordMaker) -> Value) -> Value? {
    Bool.random(using: &generator) ? make(&self) : nil
  }

  private mutating func several<Value>(_ make: (inout RecordMaker) -> Value) -> [Value] {
    (0..<Int.random(in: 0...3, using: &generator)).map { _ in make(&self) }
  }

  private mutating func word() -> String { words.randomElement(using: &generator)! }
  private mutating func number() -> Int { Int.random(in: 0...9000, using: &generator) }
  private mutating func pick<Value: CaseIterable>(_ type: Value.Type = Value.self) -> Value {
    Value.allCases.randomElement(using: &generator)!
  }
  private mutating func degrees() -> Double { Double.random(in: -90...90, using: &generator) }
  private mutating func day() -> CalendarDate {
    CalendarDate(dayNumber: Int.random(in: -20_000...20_000, using: &generator))
  }

  public mutating func count() -> Count {
    Count(
      min: maybe { $0.number() }, max: maybe { $0.number() }, approximate: Bool.random(using: &generator),
      vague: Bool.random(using: &generator), text: maybe { $0.word() })
  }

  private mutating func place() -> Place {
    Place(
      id: maybe { $0.word() }, name: word(), canonical: maybe { $0.word() }, admin1: maybe { $0.word() },
      country: maybe { $0.word() }, latitude: maybe { $0.degrees() }, longitude: maybe { $0.degrees() },
      relation: maybe { $0.word() }, distanceKm: maybe { Double($0.number()) / 7 }, bearing: maybe { $0.word() },
      precision: maybe { Place.Precision(rawValue: $0.number() % 7 + 1)! }, alternatives: several { $0.word() })
  }

  public mutating func record() -> Sortie {
    Sortie(
      id: word(),
      document: DocumentInfo(
        id: word(), title: maybe { $0.word() }, source: maybe { $0.word() }, url: maybe { $0.word() },
        published: maybe { $0.day() }, sha256: maybe { $0.word() }),
      kind: pick(), status: pick(), scope: pick(), partOf: maybe { $0.word() },
      date: maybe { maker in
        SortieDate(
          start: maker.maybe { $0.day() }, end: maker.maybe { $0.day() }, precision: maker.pick(), basis: maker.pick(),
          text: maker.maybe { $0.word() })
      },
      participants: several { maker in
        Participant(
          operator: maker.word(), airForce: maker.maybe { $0.word() }, aircraft: maker.maybe { $0.word() },
          under: maker.maybe { $0.word() }, role: maker.maybe { $0.pick() }, basis: maker.maybe { $0.pick() },
          class: maker.maybe { $0.pick() }, count: maker.maybe { $0.count() }, text: maker.maybe { $0.word() })
      },
      counts: Sortie.Counts(
        sorties: maybe { $0.count() }, strikes: maybe { $0.count() }, engagements: maybe { $0.count() },
        targets: maybe { $0.count() }, munitions: maybe { $0.count() }),
      departure: maybe { $0.place() }, places: several { $0.place() },
      targets: several { maker in
        Target(
          type: maker.word(), count: maker.maybe { $0.count() }, effect: maker.maybe { $0.pick() },
          owner: maker.maybe { $0.word() }, text: maker.maybe { $0.word() })
      },
      casualties: several { maker in
        Casualty(
          who: maker.pick(), killed: maker.maybe { $0.count() }, wounded: maker.maybe { $0.count() },
          children: maker.maybe { $0.count() }, women: maker.maybe { $0.count() },
          relation: maker.maybe { $0.pick() }, claim: maker.maybe { $0.number() })
      },
      munitions: several { maker in Munition(name: maker.word(), count: maker.maybe { $0.count() }) },
      claims: several { maker in
        Claim(
          claimant: maker.word(), via: maker.maybe { $0.word() }, stance: maker.pick(),
          about: maker.maybe { $0.pick() }, kind: maker.maybe { $0.pick() }, text: maker.maybe { $0.word() })
      },
      evidence: several { maker in
        Evidence(slot: maker.word(), start: maker.number(), end: maker.number(), pattern: maker.word())
      },
      confidence: Double.random(in: 0...1, using: &generator),
      findings: several { maker in Finding(rule: maker.word(), severity: maker.pick(), message: maker.word()) },
      provenance: Provenance(tool: word(), gazetteer: word(), patterns: word()))
  }
}

extension Sortie {
  /// The record as a line of JSON.
  public var json: [UInt8] {
    var buffer: [UInt8] = []
    writeJSON(into: &buffer)
    return buffer
  }
}
