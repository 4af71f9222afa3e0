/// One reported air action, as one text tells it: what was claimed, never what happened.
public struct Sortie: Hashable, Sendable {
  /// What was flown; `other` also where the purpose is not told.
  public enum Kind: String, CaseIterable, Sendable {
    case strike, reconnaissance, patrol, escort, interception, transport, airdrop, refuelling, incursion, other
  }
  /// Whether the text says that it was flown, will be, was broken off, or was not; `disputed` where sources
  /// contradict each other.
  public enum Status: String, CaseIterable, Sendable { case reported, planned, aborted, denied, disputed }
  /// An action, a total whose parts are records too, or a running total.
  public enum Scope: String, CaseIterable, Sendable { case event, summary, cumulative }

  /// Version of the form, the schema's `const`.
  public static let schema = "sortie/1"

  /// 16 lower-case hex digits; the same text gives the same ids on every machine.
  public var id: String
  public var document: DocumentInfo
  public var kind: Kind
  public var status: Status
  public var scope: Scope
  /// Id of the summary record that this one is a part of.
  public var partOf: String?
  public var date: SortieDate?
  public var participants: [Participant]
  public var counts: Counts
  /// Base that the aircraft flew from.
  public var departure: Place?
  public var places: [Place]
  public var targets: [Target]
  public var casualties: [Casualty]
  public var munitions: [Munition]
  public var claims: [Claim]
  public var evidence: [Evidence]
  /// 0…1.
  public var confidence: Double
  public var findings: [Finding]
  public var provenance: Provenance

  /// Numbers of the action as a whole. One word, one slot: strikes are not turned into sorties.
  public struct Counts: Hashable, Sendable {
    /// Flights.
    public var sorties: Count?
    /// Strikes, raids, attacks.
    public var strikes: Count?
    public var engagements: Count?
    /// The text's own total of targets, objects, positions hit.
    public var targets: Count?
    public var munitions: Count?

    public init(
      sorties: Count? = nil, strikes: Count? = nil, engagements: Count? = nil, targets: Count? = nil,
      munitions: Count? = nil
    ) {
      self.sorties = sorties
      self.strikes = strikes
      self.engagements = engagements
      self.targets = targets
      self.munitions = munitions
    }
  }

  public init(
    id: String, document: DocumentInfo, kind: Kind = .strike, status: Status = .reported, scope: Scope = .event,
    partOf: String? = nil, date: SortieDate? = nil, participants: [Participant] = [], counts: Counts = Counts(),
    departure: Place? = nil, places: [Place] = [], targets: [Target] = [], casualties: [Casualty] = [],
    munitions: [Munition] = [], claims: [Claim] = [], evidence: [Evidence] = [], confidence: Double = 0.5,
    findings: [Finding] = [], provenance: Provenance
  ) {
    self.id = id
    self.document = document
    self.kind = kind
    self.status = status
    self.scope = scope
    self.partOf = partOf
    self.date = date
    self.participants = participants
    self.counts = counts
    self.departure = departure
    self.places = places
    self.targets = targets
    self.casualties = casualties
    self.munitions = munitions
    self.claims = claims
    self.evidence = evidence
    self.confidence = confidence
    self.findings = findings
    self.provenance = provenance
  }
}
