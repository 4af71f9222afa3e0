public import SortieSchema

/// One record as a coder wrote it, or as the program gave it: what is scored of it, and no more.
///
/// Gold is coded in a short form (a place may be its name) and with leave: an item marked optional, or of which two
/// coders differ, is neither rewarded nor punished.
public struct CodedRecord: Hashable, Sendable {
  /// A count without its words.
  public struct Bounds: Hashable, Sendable {
    public var min: Int?
    public var max: Int?

    /// Nil where neither bound is told: that is no count.
    public init?(min: Int?, max: Int?) {
      guard min != nil || max != nil else { return nil }
      self.min = min
      self.max = max
    }
  }

  /// First and last day as written; one of them may be missing.
  public struct Days: Hashable, Sendable {
    public var start: String?
    public var end: String?

    /// Nil where neither day is told.
    public init?(start: String?, end: String?) {
      guard start != nil || end != nil else { return nil }
      self.start = start
      self.end = end
    }
  }

  /// A slot that takes one value, with the value that another coder would as well have written.
  public struct Choice<Value: Hashable & Sendable>: Hashable, Sendable {
    public var coded: Value?
    /// Meaningful only where the slot is contested.
    public var alternative: Value?
    /// Two coders differ here, so that neither value counts.
    public var isContested: Bool

    public init(_ coded: Value?, alternative: Value? = nil, isContested: Bool = false) {
      self.coded = coded
      self.alternative = alternative
      self.isContested = isContested
    }
  }

  /// An operator with one type of aircraft.
  public struct Participant: Hashable, Sendable {
    public var `operator`: String?
    public var aircraft: String?
    public var `class`: String?
    public var count: Bounds?
    public var isOptional = false
  }

  /// A place of the action.
  public struct Place: Hashable, Sendable {
    public var name: String
    public var country: String?
    public var isOptional = false
  }

  /// A kind of thing hit.
  public struct Target: Hashable, Sendable {
    public var type: String?
    public var count: Bounds?
    public var effect: String?
    public var owner: String?
    public var isOptional = false
  }

  /// A toll.
  public struct Casualty: Hashable, Sendable {
    public var who: String?
    public var killed: Bounds?
    public var wounded: Bounds?
    public var isOptional = false
  }

  /// A weapon.
  public struct Munition: Hashable, Sendable {
    public var name: String?
    public var isOptional = false
  }

  /// Who says so, or that it is not so.
  public struct Claim: Hashable, Sendable {
    public var claimant: String?
    public var stance: String
    public var isOptional = false
  }

  /// Nil in gold, where the place in the file is the id.
  public var id: String?
  /// Id of the summary record, or its place in the file, counted from 0.
  public var partOf: String?
  /// The whole record may as well be left out.
  public var isOptional = false
  public var kind: Choice<String>
  public var status: Choice<String>
  public var scope: Choice<String>
  public var date: Choice<Days>
  public var participants: [Participant] = []
  public var sorties: Choice<Bounds>
  public var strikes: Choice<Bounds>
  /// The text's own total.
  public var targetTotal: Choice<Bounds>
  public var departure: Choice<String>
  public var places: [Place] = []
  public var targets: [Target] = []
  public var casualties: [Casualty] = []
  public var munitions: [Munition] = []
  public var claims: [Claim] = []
  /// Where the program read its slots; empty in gold.
  public var evidence: [Evidence] = []
  /// 0…1; nil in gold.
  public var confidence: Double?
}

extension CodedRecord.Bounds: CustomStringConvertible {
  /// `2`, `15–20`, `≥ 20`, `≤ 8`.
  public var description: String {
    switch (min, max) {
    case (let min?, let max?): return min == max ? "\(min)" : "\(min)–\(max)"
    case (let min?, nil): return "≥ \(min)"
    case (nil, let max?): return "≤ \(max)"
    case (nil, nil): return "?"
    }
  }
}

extension CodedRecord.Days: CustomStringConvertible {
  /// `2016-03-01` or `2016-03-01…2016-03-04`.
  public var description: String { start == end ? start ?? "?" : "\(start ?? "?")…\(end ?? "?")" }
}
