/// What an aircraft is for; the coarse type that prose tells where it names none.
public enum AircraftClass: String, CaseIterable, Sendable {
  case fighter
  case fighterBomber = "fighter-bomber"
  case bomber, attack, helicopter, drone, transport, tanker, reconnaissance
  case earlyWarning = "early-warning"
  /// Warplanes, jets, planes.
  case aircraft
}

/// One operator with one aircraft type of a sortie.
public struct Participant: Hashable, Sendable {
  /// Whether the aircraft attacked or only helped: tankers, drones that observed.
  public enum Role: String, CaseIterable, Sendable { case strike, support }
  /// Whether the operator is named, follows from the words, or is only alleged.
  public enum Basis: String, CaseIterable, Sendable { case named, inferred, alleged }

  /// ISO 3166 alpha-2 code of the state, id of a coalition or of a group, or `unknown`.
  public var `operator`: String
  /// The service, where the text names it.
  public var airForce: String?
  /// Designation as usually written, e.g. `Su-24M`; nil where only a class is told.
  public var aircraft: String?
  /// Coalition under which it flew, where that stands as a participant too.
  public var under: String?
  public var role: Role?
  /// How the operator is known.
  public var basis: Basis?
  public var `class`: AircraftClass?
  /// Number of aircraft.
  public var count: Count?
  public var text: String?

  public init(
    operator: String, airForce: String? = nil, aircraft: String? = nil, under: String? = nil, role: Role? = nil,
    basis: Basis? = nil, class: AircraftClass? = nil, count: Count? = nil, text: String? = nil
  ) {
    self.operator = `operator`
    self.airForce = airForce
    self.aircraft = aircraft
    self.under = under
    self.role = role
    self.basis = basis
    self.class = `class`
    self.count = count
    self.text = text
  }

  /// The operator of which nothing is known.
  public static let unknownOperator = "unknown"
}
