/// Finds the marks that every match of a regex must contain.
///
/// A sequence needs what any of its items needs, an alternation what all of its branches need, an optional item and
/// a lookaround nothing. What is doubtful counts as not needed, so that no match is ever lost.
struct RequiredMarks {
  private var tokenizer: Tokenizer
  /// What a reference needs: a mark itself, a part whatever its own regex does.
  private let needs: [String: Set<String>]
  private var isTricky = false
  private var depth = 0
  /// PCRE2 takes no more than this either.
  private static let deepest = 250

  static func of(_ regex: [UInt8], needs: [String: Set<String>]) -> Set<String> {
    var finder = RequiredMarks(tokenizer: Tokenizer(regex), needs: needs)
    let found = finder.alternation()
    // A closing parenthesis too many ends the reading early; PCRE2 refuses such a regex anyway.
    return finder.isTricky || finder.tokenizer.next() != nil ? [] : found
  }

  private init(tokenizer: Tokenizer, needs: [String: Set<String>]) {
    self.tokenizer = tokenizer
    self.needs = needs
  }

  /// Reads up to the closing parenthesis or the end.
  private mutating func alternation() -> Set<String> {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      isTricky = true
      return []
    }
    var all: Set<String>?
    var branch: Set<String> = []
    /// The last item's needs, in doubt until it is known that no quantifier makes it optional.
    var item: Set<String> = []
    while let token = tokenizer.next() {
      switch token {
      case .blank: break
      case .quantifier(let optional):
        if optional { item = [] }
      case .reference(let name):
        branch.formUnion(item)
        item = needs[name] ?? []
      case .open:
        branch.formUnion(item)
        item = alternation()
      case .openOpaque:
        branch.formUnion(item)
        _ = alternation()
        item = []
      case .bar:
        branch.formUnion(item)
        item = []
        all = all.map { $0.intersection(branch) } ?? branch
        branch = []
      case .close:
        branch.formUnion(item)
        return all.map { $0.intersection(branch) } ?? branch
      case .verb, .modeChange:
        isTricky = true
      case .other, .malformedReference, .referenceInClass:
        branch.formUnion(item)
        item = []
      }
    }
    branch.formUnion(item)
    return all.map { $0.intersection(branch) } ?? branch
  }
}
