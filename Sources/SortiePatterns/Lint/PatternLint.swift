internal import PCRE2
public import ReportText

extension PatternLibrary {
  /// The steps a pattern may take at one place of a hostile text: twenty for each of its bytes.
  private static let hostileLimits = MatchLimits(match: 400_000)

  /// What is wrong with the patterns that loading them does not show: every one is let loose on texts of 20 kB made
  /// to drive a careless regex into endless backtracking. It takes seconds, so it is asked for and not part of loading.
  ///
  /// - Returns: an error for each pattern that ran away, at its stanza.
  public func lint() -> [DataFileError] {
    let texts = HostileText.all(marks: marks)
    var scratch = MatchScratch(limits: Self.hostileLimits)
    var errors: [DataFileError] = []
    for pattern in patterns {
      if let message = runaway(pattern, on: texts, &scratch) {
        let place = PatternPosition(file: pattern.file, line: pattern.line, column: 1)
        errors.append(DataFileError(at: place, .runaway(message)))
      }
    }
    return errors
  }

  private func runaway(_ pattern: Pattern, on texts: [HostileText], _ scratch: inout MatchScratch) -> String? {
    var current = ""
    do {
      // Else a regex that ends in a letter which the text lacks would not be run at all.
      let options = Pattern.options.union(.noStartOptimizations)
      let compiled = try CompiledPattern(pattern.expandedRegex, options: options)
      for text in texts {
        current = text.name
        try scratch.forEachMatch(of: compiled, in: text.bytes) { _, _ in true }
      }
      return nil
    } catch {
      return "\(error) (\(current))"
    }
  }
}
