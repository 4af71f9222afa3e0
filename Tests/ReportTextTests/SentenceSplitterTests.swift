import ReportText
import Testing

/// A text and the sentences that it is cut into.
struct SplitCase: Sendable, CustomTestStringConvertible {
  let about: String
  let text: String
  let sentences: [String]
  var kinds: [Sentence.Kind]?
  var paragraphs: [Int]?

  var testDescription: String { about }

  static let all: [SplitCase] = [
    SplitCase(
      about: "full stops", text: "Two jets struck a depot. Nobody was hurt! Why there? No answer.",
      sentences: ["Two jets struck a depot.", "Nobody was hurt!", "Why there?", "No answer."]),
    SplitCase(
      about: "ranks", text: "Maj. Gen. Orlov and Lt. Col. Hayes spoke. They agreed.",
      sentences: ["Maj. Gen. Orlov and Lt. Col. Hayes spoke.", "They agreed."]),
    SplitCase(
      about: "abbreviations with inner stops", text: "The U.S. jets left. The base in the U.K. was closed.",
      sentences: ["The U.S. jets left.", "The base in the U.K. was closed."]),
    SplitCase(
      about: "an abbreviation after a bracket", text: "The spokesman (Col. Hayes) spoke. He left.",
      sentences: ["The spokesman (Col. Hayes) spoke.", "He left."]),
    SplitCase(
      about: "initials of names", text: "General R. T. Hale spoke. He left.",
      sentences: ["General R. T. Hale spoke.", "He left."]),
    SplitCase(
      about: "months before figures only", text: "On Jan. 9 jets flew. They had come in Jan. The weather was bad.",
      sentences: ["On Jan. 9 jets flew.", "They had come in Jan.", "The weather was bad."]),
    SplitCase(
      about: "decimals and times", text: "They flew 10.5 km at 9.30 p.m. and left. All came back.",
      sentences: ["They flew 10.5 km at 9.30 p.m. and left.", "All came back."]),
    SplitCase(
      about: "dots that go on", text: "Jets struck the town… and left. Others struck the hills... and stayed.",
      sentences: ["Jets struck the town… and left.", "Others struck the hills... and stayed."]),
    SplitCase(
      about: "dots that end", text: "Jets struck the town... On Friday they left. More strikes… The end.",
      sentences: ["Jets struck the town...", "On Friday they left.", "More strikes…", "The end."]),
    SplitCase(
      about: "dots without a blank", text: "Tornados struck near Raqqa…On Friday they left...they flew home.",
      sentences: ["Tornados struck near Raqqa…", "On Friday they left...", "they flew home."]),
    SplitCase(
      about: "a lost blank", text: "Ten strikes hit Iraq.In Syria five did.“All came back.”",
      sentences: ["Ten strikes hit Iraq.", "In Syria five did.", "“All came back.”"]),
    SplitCase(
      about: "addresses", text: "See www.Example.com or mail press@mod.Example for more. That is all.",
      sentences: ["See www.Example.com or mail press@mod.Example for more.", "That is all."]),
    SplitCase(
      about: "designations keep their stops", text: "A Mk.82 fell near hill 110.5A. It failed.",
      sentences: ["A Mk.82 fell near hill 110.5A.", "It failed."]),
    SplitCase(
      about: "quotations close their sentence",
      text: "“We struck it.” He left. \"We did.\" (So it was.) Then \"We go!\" he said.",
      sentences: ["“We struck it.”", "He left.", "\"We did.\"", "(So it was.)", "Then \"We go!\" he said."]),
    SplitCase(
      about: "a quotation, two blanks and a capital end it where the full stop is lost",
      text: "It reported “two strikes near Hit”  For Monday it reported “one strike” and no more.",
      sentences: ["It reported “two strikes near Hit”", "For Monday it reported “one strike” and no more."]),
    SplitCase(
      about: "lines that were wrapped", text: "Jets struck a depot\nnear the river,\nAleppo and Hama.\n",
      sentences: ["Jets struck a depot\nnear the river,\nAleppo and Hama."], paragraphs: [0]),
    SplitCase(
      about: "a wrapped line with a blank line in between", text: "Jets struck a depot near\n\nthe river.",
      sentences: ["Jets struck a depot near\n\nthe river."]),
    SplitCase(
      about: "a break without a full stop", text: "Strikes near Hit\nTwo jets struck a depot.\r\nThey left.",
      sentences: ["Strikes near Hit", "Two jets struck a depot.", "They left."],
      kinds: [.heading, .prose, .prose], paragraphs: [0, 1, 2]),
    SplitCase(
      about: "headings of notes", text: "## 4 October.\n\nJets flew. They landed.",
      sentences: ["4 October.", "Jets flew.", "They landed."], paragraphs: [0, 1, 1]),
    SplitCase(
      about: "bullets",
      text: "- Near Hit, one strike.\n* Near Mosul, two strikes.\n• Near Raqqa, three strikes.\n. Near Homs, none.",
      sentences: [
        "Near Hit, one strike.", "Near Mosul, two strikes.", "Near Raqqa, three strikes.", "Near Homs, none.",
      ],
      kinds: [.listItem, .listItem, .listItem, .listItem], paragraphs: [0, 1, 2, 3]),
    SplitCase(
      about: "a hyphen that is no bullet", text: "-24 degrees were told.", sentences: ["-24 degrees were told."],
      kinds: [.prose]),
    SplitCase(about: "no words", text: " \r\n\t \n", sentences: []),
    SplitCase(about: "nothing", text: "", sentences: []),
  ]
}

@Suite struct SentenceSplitterTests {
  static let rules = SentenceRules(
    abbreviations: ["maj", "gen", "lt", "col", "u.s", "u.k", "p.m"], beforeNumbers: ["jan", "no"])

  @Test("A text is cut where its sentences end", arguments: SplitCase.all)
  func cutsWhereSentencesEnd(_ split: SplitCase) {
    let text = ReportText(split.text, rules: Self.rules)
    #expect(text.sentences.map { text.string($0.range) } == split.sentences)
    if let kinds = split.kinds { #expect(text.sentences.map(\.kind) == kinds) }
    if let paragraphs = split.paragraphs { #expect(text.sentences.map(\.paragraph) == paragraphs) }
  }

  @Test("A line without an end is cut at a blank")
  func longLines() {
    let text = ReportText(String(repeating: "all jets flew on ", count: 2_000), rules: .none)
    #expect(text.sentences.count > 4)
    for sentence in text.sentences {
      #expect(sentence.range.count <= 6_100)
      let words = text.string(sentence.range).split(separator: " ")
      #expect(words.allSatisfy { ["all", "jets", "flew", "on"].contains($0) }, "a word is cut")
    }
  }

  @Test("Sentences are in order, apart, and leave out nothing but blanks and bullets", arguments: 0..<300)
  func coverage(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let source = RandomText.prose(&random)
    let text = ReportText(source, rules: Self.rules)
    let bytes = Array(source.utf8)
    var position = 0
    var paragraph = 0
    for sentence in text.sentences {
      #expect(position <= sentence.range.lowerBound && sentence.range.upperBound <= bytes.count, "\(source)")
      #expect(!sentence.range.isEmpty && sentence.paragraph >= paragraph, "\(source)")
      paragraph = sentence.paragraph
      guard position <= sentence.range.lowerBound else { return }
      let between = String(decoding: bytes[position..<sentence.range.lowerBound], as: UTF8.self)
      let left = between.filter { !$0.isWhitespace }
      // A bullet stands before its item, or alone on a line.
      let isBullet = sentence.kind == .listItem || between.contains { $0.isNewline }
      #expect(left.isEmpty || isBullet && left.allSatisfy("-*.#•".contains), "\(left) of \(source)")
      for edge in [sentence.range.lowerBound, sentence.range.upperBound] where edge < bytes.count {
        #expect(bytes[edge] & 0xC0 != 0x80, "a character is cut in \(source)")
      }
      position = sentence.range.upperBound
    }
    #expect(bytes[position...].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }, "\(source)")
  }

  @Test(
    "Whoever goes on in the paragraph of a word finds its sentence as if all before had been read", arguments: 0..<300)
  func skipping(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let bytes = Array(RandomText.prose(&random).utf8)
    let all = ReportText(bytes, rules: Self.rules).sentences
    var splitter = SentenceSplitter(bytes: bytes, rules: Self.rules)
    for sentence in all where Int.random(in: 0..<3, using: &random) == 0 {
      splitter.skip(toParagraphOf: sentence.range.lowerBound)
      var found = splitter.next()
      while let known = found, known.range.upperBound <= sentence.range.lowerBound { found = splitter.next() }
      #expect(found?.range == sentence.range && found?.kind == sentence.kind, "seed \(seed)")
    }
  }
}
