import ArgumentParser
import SortiePatterns

/// `sortie patterns`: what the program looks for in sentences.
struct PatternsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patterns",
    abstract: "Look at the patterns that read sentences.",
    discussion: """
      EXAMPLES:
        sortie patterns list                          every pattern with its stage and what it reads
        sortie patterns list --stage dates
        sortie patterns show ID                       one pattern whole, as PCRE2 is given it
      """,
    subcommands: [List.self, Show.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List patterns in the order in which they run: id, stage, place and meaning, parted by tabs.",
      discussion: """
        EXAMPLES:
          sortie patterns list
          sortie patterns list --patterns Patterns --stage dates
        """)

    @Option(help: ArgumentHelp("Only the patterns of this stage.", valueName: "stage"))
    var stage: String?

    @OptionGroup(title: "Data")
    var data: DataOptions

    func run() throws {
      let library = try data.loadPatterns()
      if let stage, !library.stages.contains(stage) {
        throw ValidationError("There is no stage '\(stage)'; stages are \(library.stages.joined(separator: ", ")).")
      }
      var text = ""
      for name in library.stages where stage == nil || name == stage {
        for pattern in library.patterns(ofStage: name) {
          text += "\(pattern.id)\t\(name)\t\(pattern.file):\(pattern.line)\t\(pattern.about)\n"
        }
      }
      try StandardStream.output.write(Array(text.utf8))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show one pattern: its meaning, its groups and its regex with all parts put in.",
      discussion: """
        Examples of the pattern are shown with --patterns only; the program itself does not carry them.

        EXAMPLES:
          sortie patterns show ID
          sortie patterns show ID --patterns Patterns
        """)

    @Argument(help: ArgumentHelp("Id of the pattern, as 'sortie patterns list' prints it.", valueName: "id"))
    var id: String

    @OptionGroup(title: "Data")
    var data: DataOptions

    func run() throws {
      let library = try data.loadPatterns()
      guard let pattern = library.pattern(id: id) else {
        let near = library.patterns.map(\.id).filter { $0.contains(id) }.prefix(5)
        let hint = near.isEmpty ? "'sortie patterns list' lists them" : "did you mean \(near.joined(separator: ", "))?"
        throw ValidationError("There is no pattern '\(id)'; \(hint)")
      }
      try StandardStream.output.write(Array(Self.text(of: pattern, marks: library.marks).utf8))
    }

    /// The pattern for people to read, with the names of marks for their characters.
    static func text(of pattern: Pattern, marks: [String: String]) -> String {
      var lines = [
        ("id", pattern.id), ("about", pattern.about), ("stage", pattern.stage),
        ("file", "\(pattern.file):\(pattern.line)"),
        ("makes", pattern.makes ?? "–"), ("priority", String(pattern.priority)),
        ("groups", pattern.groups.joined(separator: ", ")), ("needs", pattern.requiredMarks.joined(separator: ", ")),
        ("when", pattern.when.joined(separator: ", ")),
        (
          "sets",
          pattern.attributes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        ),
      ].filter { !$0.1.isEmpty }.map { "\($0.0.padded(to: 10))\($0.1)" }
      var regex = pattern.expandedRegex
      for (name, source) in marks.sorted(by: { $0.value.utf8.count > $1.value.utf8.count }) {
        regex = regex.replacing(source, with: "{{\(name)}}")
      }
      lines.append("regex")
      lines += regex.split(separator: "\n").map { "  \($0)" }
      for (title, examples) in [("match", pattern.examples.match), ("reject", pattern.examples.reject)]
      where !examples.isEmpty {
        lines.append(title)
        for example in examples {
          lines.append("  \(example.text)")
          for (group, words) in example.gives.sorted(by: { $0.key < $1.key }) {
            lines.append("    \(group): \(words)")
          }
        }
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }
}
