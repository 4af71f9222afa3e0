/// What a rule may look at beside the record.
public struct ValidationContext: Sendable {
  /// Length of the text in UTF-8 bytes; nil where the text is not at hand.
  public var textLength: Int?
  /// All records of the same text.
  public var siblings: [Sortie]
  /// Whether an operator flies, or flew, an aircraft type; nil where nobody knows.
  public var operatorFlies: (@Sendable (_ operator: String, _ aircraft: String) -> Bool?)?

  public init(
    textLength: Int? = nil, siblings: [Sortie] = [],
    operatorFlies: (@Sendable (_ operator: String, _ aircraft: String) -> Bool?)? = nil
  ) {
    self.textLength = textLength
    self.siblings = siblings
    self.operatorFlies = operatorFlies
  }
}

/// One thing that a record is checked for.
///
/// A record that breaks a rule of severity `error` is not written; a warning is written with it, as a finding.
public struct ValidationRule: Sendable {
  public let id: String
  /// What is found fault with, for the documentation.
  public let about: String
  public let severity: Finding.Severity
  /// What is wrong with the record; nil where nothing is.
  public let check: @Sendable (Sortie, ValidationContext) -> String?

  init(
    id: String, severity: Finding.Severity, about: String,
    check: @escaping @Sendable (Sortie, ValidationContext) -> String?
  ) {
    self.id = id
    self.about = about
    self.severity = severity
    self.check = check
  }

  /// Every rule, in the order in which findings stand.
  public static let all: [ValidationRule] = formRules + rangeRules + sumRules + plausibilityRules
}

/// The findings of all rules; none where the record is sound.
public func validate(_ sortie: Sortie, in context: ValidationContext) -> [Finding] {
  ValidationRule.all.compactMap { rule in
    rule.check(sortie, context).map { Finding(rule: rule.id, severity: rule.severity, message: $0) }
  }
}

/// The findings of all rules.
///
/// - Parameter textLength: length of the text in UTF-8 bytes; nil where the text is not at hand.
public func validate(_ sortie: Sortie, textLength: Int? = nil) -> [Finding] {
  validate(sortie, in: ValidationContext(textLength: textLength))
}

extension Sortie {
  /// Whether a count of the record fits, without words for where it stands.
  func hasCount(_ fits: (Count) -> Bool) -> Bool {
    func isFound(_ count: Count?) -> Bool { count.map(fits) ?? false }
    return isFound(counts.sorties) || isFound(counts.strikes) || isFound(counts.engagements)
      || isFound(counts.targets) || isFound(counts.munitions) || participants.contains { isFound($0.count) }
      || targets.contains { isFound($0.count) } || munitions.contains { isFound($0.count) }
      || casualties.contains {
        isFound($0.killed) || isFound($0.wounded) || isFound($0.children) || isFound($0.women)
      }
  }

  /// Whether a place of the record fits, the departure among them, without words for where it stands.
  func hasPlace(_ fits: (Place) -> Bool) -> Bool { departure.map(fits) ?? false || places.contains(where: fits) }

  /// Every count of the record with its JSON pointer.
  var allCounts: [(pointer: String, count: Count)] {
    var all: [(String, Count?)] = [
      ("/counts/sorties", counts.sorties), ("/counts/strikes", counts.strikes),
      ("/counts/engagements", counts.engagements), ("/counts/targets", counts.targets),
      ("/counts/munitions", counts.munitions),
    ]
    for (index, value) in participants.enumerated() { all.append(("/participants/\(index)/count", value.count)) }
    for (index, value) in targets.enumerated() { all.append(("/targets/\(index)/count", value.count)) }
    for (index, value) in munitions.enumerated() { all.append(("/munitions/\(index)/count", value.count)) }
    for (index, value) in casualties.enumerated() {
      all.append(("/casualties/\(index)/killed", value.killed))
      all.append(("/casualties/\(index)/wounded", value.wounded))
      all.append(("/casualties/\(index)/children", value.children))
      all.append(("/casualties/\(index)/women", value.women))
    }
    return all.compactMap { pointer, count in count.map { (pointer, $0) } }
  }

  /// Every place of the record with its JSON pointer, the departure first.
  var allPlaces: [(pointer: String, place: Place)] {
    (departure.map { [("/departure", $0)] } ?? [])
      + places.enumerated().map { ("/places/\($0.offset)", $0.element) }
  }
}
