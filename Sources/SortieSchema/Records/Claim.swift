/// Somebody who says so, or who says that it is not so.
public struct Claim: Hashable, Sendable {
  /// Whether the claimant says that it was so, that it was not, or that it is not sure.
  public enum Stance: String, CaseIterable, Sendable { case asserts, denies, doubts }
  /// What of the action is asserted or denied.
  public enum About: String, CaseIterable, Sendable { case action, `operator`, coordination, casualties, target }
  /// What the claimant is: an authority, a monitor of the conflict, a news agency, another outlet, an armed group, or
  /// somebody who is not named.
  public enum Kind: String, CaseIterable, Sendable { case official, monitor, agency, outlet, group, anonymous }

  /// Canonical where the gazetteer knows it, else as written.
  public var claimant: String
  /// Outlet that relays the claim.
  public var via: String?
  public var stance: Stance
  /// What is asserted or denied; nil: the action as a whole.
  public var about: About?
  /// Nil where it is not known.
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
