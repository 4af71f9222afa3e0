/// Somebody who says so, or who says that it is not so.
public struct Claim: Hashable, Sendable {
  public enum Stance: String, CaseIterable, Sendable { case asserts, denies, doubts }
  public enum About: String, CaseIterable, Sendable { case action, `operator`, coordination, casualties, target }
  public enum Kind: String, CaseIterable, Sendable { case official, monitor, agency, outlet, group, anonymous }

  /// Canonical where the gazetteer knows it, else as written.
  public var claimant: String
  /// Outlet that relays the claim.
  public var via: String?
  public var stance: Stance
  /// What is asserted or denied; nil: the action as a whole.
  public var about: About?
  public var kind: Kind?
  public var text: String?

  public init(
    claimant: String, via: String? = nil, stance: Stance = .asserts, about: About? = nil, kind: Kind? = nil,
    text: String? = nil
  ) {
    self.claimant = claimant
    self.via = via
    self.stance = stance
    self.about = about
    self.kind = kind
    self.text = text
  }
}
