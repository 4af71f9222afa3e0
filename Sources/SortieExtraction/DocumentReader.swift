internal import PCRE2
internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// Reads one document from its first sentence to its records.
struct DocumentReader: ~Copyable {
  let extractor: Extractor
  let language: Language
  let text: ReportText
  var document: DocumentInfo
  /// Whether somebody wants to know what was done on the way.
  private let isTraced: Bool
  private let words: Words
  private let sentences: SentenceReader
  private var state: DocumentState
  private var merger: Merger
  private var trace = Trace()
  private var findings: [Finding] = []
  private var absences: [DocumentResult.StatedAbsence] = []
  private var mentions: [DocumentResult.Mention] = []
  private var denials: [(claim: Sourced<Claim>, sentence: Int)] = []
  /// What is read already.
  private let known: ActionSearch.Findings

  init(
    extractor: Extractor, language: Language, text: ReportText, document: DocumentInfo,
    known: ActionSearch.Findings, isTraced: Bool
  ) {
    self.known = known
    self.isTraced = isTraced
    merger = Merger(isTraced: isTraced)
    self.extractor = extractor
    self.language = language
    self.text = text
    self.document = document
    findings = Self.findings(of: text.valid)
    words = Words(text: text, language: language)
    sentences = SentenceReader(cascade: extractor.cascade, gazetteer: extractor.gazetteer, words: words)
    state = DocumentState(published: document.published)
  }

  // MARK: Reading

  /// What is to be told of a text whatever its words tell.
  static func findings(of text: ValidText) -> [Finding] {
    guard text.replacedByteCount > 0 else { return [] }
    return [
      Finding(
        rule: "invalid-utf8", message: "\(text.replacedByteCount) bytes are no UTF-8 and were read as question marks")
    ]
  }

  mutating func read(workspace: inout Workspace) -> (result: DocumentResult, trace: Trace) {
    let isTriggered = extractor.gate?.isTriggered(text.bytes, 0..<text.bytes.count) ?? true
    let near = isTraced ? nil : extractor.gate.flatMap { NearTriggers(text, gate: $0) }
    var furniture: Furniture
    if let known = known.furniture {
      furniture = known
    } else {
      furniture = Furniture.read(
        text, title: document.title, published: document.published, words: words,
        cascade: extractor.cascade, patterns: extractor.patterns.patterns(ofStage: CascadeStages.furniture),
        workspace: &workspace)
    }
    furniture.addYears(
      of: words, published: document.published, patterns: extractor.patterns.patterns(ofStage: CascadeStages.years),
      workspace: &workspace)
    noteExhausted(furniture.exhausted, at: 0)
    if document.published == nil { document.published = furniture.published }
    state = DocumentState(published: document.published)
    let empty = PhraseReader(words: words, gazetteer: extractor.gazetteer, nodes: [])
    if let source = document.source, let speaker = empty.speaker(named: source) {
      state.source = speaker
      if speaker.kind == .official { state.named = [speaker] }
      if speaker.kind == .official { state.sourceSide = speaker.side }
    }
    var index = 0
    for (number, sentence) in text.sentences.enumerated() {
      for piece in furniture.pieces(sentence) {
        if near?.holds(number) ?? true {
          state.year = furniture.year(at: piece.range.lowerBound)
          state.sectionYear = furniture.headingYear(at: piece.range.lowerBound)
          let known = merger.records.count
          read(piece.range, index: index, sentence: sentence, isTitle: piece.isTitle, workspace: &workspace)
          // "MOSCOW, January 26. /TASS/.": the news begins behind it.
          let isDateline =
            index <= 1 && !piece.isTitle && sentence.kind == .prose && piece.range.count <= Self.longestDateline
            && merger.records.count == known
          if isDateline { continue }
        } else {
          state.sinceAction += 1
        }
        index += 1
      }
    }
    merger.joinTwins()
    if isTraced { for (range, note) in merger.trace { annotate(range, note) } }
    let drafts = finish(merger.records)
    mentions.sort { $0.start < $1.start }
    let assembler = RecordAssembler(document: document, text: text.bytes, provenance: extractor.provenance)
    let records = assembler.records(drafts)
    let coverage: DocumentResult.Coverage =
      !records.isEmpty
      ? .records
      : text.sentences.isEmpty
        ? .empty
        : !absences.isEmpty
          ? .statedAbsence
          : isTriggered ? .noAction : .noTrigger
    return (
      DocumentResult(
        document: document, text: text.bytes, mentions: mentions, records: records, findings: findings,
        coverage: coverage, absences: absences), trace
    )
  }

  /// Longest sentence that may be a dateline or the name of an agency, in bytes.
  private static let longestDateline = 30

  /// Longest line that may be furniture of its page, in bytes.
  private static let longestBoilerplate = 700

  /// The part of a sentence that belongs to the report: nil where all of it is furniture of the page, less where only its
  /// beginning is.
  private mutating func withoutBoilerplate(_ range: Range<Int>, workspace: inout Workspace) -> Range<Int>? {
    guard range.count <= Self.longestBoilerplate else { return range }
    for pattern in extractor.patterns.patterns(ofStage: CascadeStages.boilerplate) {
      do {
        if let match = try workspace.match(pattern, text.bytes, range) {
          return pattern.attributes["cuts"] == nil ? nil : range.lowerBound + match.upperBound..<range.upperBound
        }
      } catch {
        noteExhausted([pattern.id], at: range.lowerBound)
      }
    }
    return range
  }

  private mutating func noteEnemies(_ phrases: PhraseReader) {
    for node in phrases.nodes where node.mark == .group && phrases.isArmedGroup(node) {
      guard let group = phrases.owner(node) else { continue }
      if state.enemy == nil || group != PhraseReader.unnamedMilitants { state.enemy = group }
    }
  }

  /// A limit reached is told, never taken for "no match".
  private mutating func noteExhausted(_ patterns: [String], at offset: Int) {
    for pattern in patterns {
      findings.append(
        Finding(rule: "match-limit", message: "pattern \(pattern) gave up on the words at byte \(offset)"))
    }
  }

  private mutating func read(
    _ whole: Range<Int>, index: Int, sentence: Sentence, isTitle: Bool, workspace: inout Workspace
  ) {
    if text.bytes[whole].contains(TableColumns.separator) {
      if let columns = TableColumns(whole, words: words, gazetteer: extractor.gazetteer) {
        state.columns = columns
        return
      }
    } else {
      state.columns = nil
    }
    guard let range = state.columns == nil ? withoutBoilerplate(whole, workspace: &workspace) : whole else { return }
    let readBefore = known.readings[range.lowerBound].flatMap { $0.range == range ? $0 : nil }
    let reading = readBefore ?? sentences.read(range, workspace: &workspace)
    noteExhausted(reading.exhausted, at: range.lowerBound)
    let bare = PhraseReader(words: words, gazetteer: extractor.gazetteer, nodes: reading.nodes)
    let named = bare.namedCoalition
    let phrases = PhraseReader(
      words: words, gazetteer: extractor.gazetteer, nodes: reading.nodes, coalition: state.coalition ?? named)
    state.coalition = named ?? state.coalition
    for node in reading.nodes where node.mark == .claimant {
      if let speaker = phrases.speaker(node), speaker.kind == .monitor { state.monitors.insert(speaker.name) }
      if let speaker = phrases.speaker(node), speaker.kind == .official, speaker.side != nil,
        !state.named.contains(speaker)
      {
        state.named.append(speaker)
      }
    }
    note(mentions: phrases)
    for node in reading.nodes where node.mark == .state || node.mark == .adjective {
      if let code = phrases.side(node)?.code { state.countries.insert(code) }
    }
    let country = headingCountry(reading, range, phrases: phrases)
    state.headingCountry = country ?? state.headingCountry
    state.paragraph = sentence.paragraph
    state.quoteOpens(in: text.bytes, range)
    if state.sourceSide != nil { noteEnemies(phrases) }
    // The state is handed over and back: a copy of it would have each of its lists copied at the next change.
    var handed = DocumentState(published: state.published)
    swap(&handed, &state)
    var clauseReader = ClauseReader(phrases: phrases, reading: reading, sentence: range, state: consume handed)
    var clauses = clauseReader.clauses()
    if let columns = clauseReader.state.columns { clauseReader.takeCells(of: columns, into: &clauses) }
    swap(&state, &clauseReader.state)
    let leading = leadingDate(reading, range, phrases: phrases)
    let isLead = opensWithDay(reading, range) && (endsInEllipsis(range) || state.sourceSide != nil)
    var builder = DraftBuilder(
      phrases: phrases, sentence: range, index: index, paragraph: sentence.paragraph,
      isHeading: isTitle || sentence.kind == .heading, isLead: isLead,
      state: DocumentState(published: state.published))
    swap(&state, &builder.state)
    builder.leading = leading
    let drafts = builder.drafts(clauses)
    builder.state.tellsList =
      builder.state.sourceSide != nil
      && (text.bytes[range].last == UInt8(ascii: ":")
        && (!drafts.isEmpty || clauses.contains { $0.hasStrikeWord || $0.hasVerb })
        || builder.state.tellsList && (sentence.kind != .prose || !drafts.isEmpty || country != nil))
    // A heading stands in no list's way.
    if country != nil, drafts.isEmpty { builder.state.sinceAction -= 1 }
    swap(&state, &builder.state)
    absences += builder.absences
    for claim in builder.denials { denials.append((claim, index)) }
    // "It denied having conducted an air strike" tells no action beside the one that was told.
    let isDenial = !merger.records.isEmpty && !drafts.isEmpty && drafts.allSatisfy { $0.isOnlyDenied }
    for claim in clauses.flatMap(\.claims) where claim.claim.value.stance != .asserts && (drafts.isEmpty || isDenial) {
      denials.append((claim.claim, index))
    }
    if isTraced {
      var lines = TraceWriter.lines(reading: reading, phrases: phrases)
      if drafts.isEmpty { lines += whyNothing(range, clauses, reading) }
      trace.sentences.append(Trace.SentenceTrace(range: range, lines: lines))
    }
    if isDenial {
      if isTraced { annotate(range, "a denial of what was told") }
      return
    }
    for draft in drafts { merger.add(draft) }
  }

  /// For the trace: why a sentence with a trigger gave nothing.
  private func whyNothing(_ range: Range<Int>, _ clauses: [Clause], _ reading: Cascade.Reading) -> [String] {
    guard extractor.gate?.isTriggered(text.bytes, range) ?? true else { return [] }
    let reasons = NearMiss.reasons(clauses)
    guard reasons.isEmpty else { return ["=> nothing: " + reasons.joined(separator: ", ")] }
    guard let near = extractor.cascade.nearestMiss(reading) else {
      return ["=> nothing: no part of a pattern is there"]
    }
    let lacks =
      near.missing.isEmpty
      ? "its parts are there, in other words or another order"
      : "it lacks " + near.missing.map(\.name).joined(separator: ", ")
    return ["=> nothing: nearest is \(near.pattern.id): \(lacks)"]
  }

  /// The country that a line consists of.
  private func headingCountry(_ reading: Cascade.Reading, _ range: Range<Int>, phrases: PhraseReader) -> String? {
    guard reading.top.count == 1, let first = reading.top.first.map({ reading.nodes[$0] }), first.mark == .state,
      range.count - first.range.count <= 3, let code = phrases.side(first)?.code, code.count == 2
    else { return nil }
    return code
  }

  /// The day that opens a sentence about forces or targets, "On January 22, the command centre …".
  private func leadingDate(_ reading: Cascade.Reading, _ range: Range<Int>, phrases: PhraseReader) -> Sourced<
    SortieDate
  >? {
    let top = reading.top.map { reading.nodes[$0] }
    guard var first = top.first, first.mark == .date, first.range.lowerBound - range.lowerBound <= 8,
      top.contains(where: { $0.mark == .force || $0.mark == .targets || $0.mark == .strike })
    else { return nil }
    // "The next day [June 23rd]".
    if top.count > 1, top[1].mark == .date, top[1].range.lowerBound - first.range.upperBound <= 3 { first = top[1] }
    guard
      let date = DateReader(
        words: words, published: state.published, told: state.date?.value, year: state.year,
        sectionYear: state.sectionYear, period: state.period
      )
      .date(first, nodes: reading.nodes), date.start != nil
    else { return nil }
    return Sourced(date, first.range, by: phrases.ruleID(first))
  }

  /// Bytes before the day of a first line: a quotation mark, or a weekday that was cut off.
  private static let longestBeforeDay = 8

  /// "Saturday 2 March – a Reaper …": the day and a dash open the first line of an update.
  private func opensWithDay(_ reading: Cascade.Reading, _ range: Range<Int>) -> Bool {
    guard let first = reading.top.first.map({ reading.nodes[$0] }), first.mark == .date,
      first.range.lowerBound - range.lowerBound <= Self.longestBeforeDay
    else { return false }
    var position = first.range.upperBound
    while position < range.upperBound, text.bytes[position] == 0x20 { position += 1 }
    guard position + 2 < range.upperBound else { return false }
    return text.bytes[position] == UInt8(ascii: "-")
      || text.bytes[position] == 0xE2 && text.bytes[position + 1] == 0x80
        && (0x93...0x94).contains(text.bytes[position + 2])
  }

  /// The first line of an update ends in dots where the body tells it again.
  private func endsInEllipsis(_ range: Range<Int>) -> Bool {
    let tail = text.bytes[max(range.lowerBound, range.upperBound - 6)..<range.upperBound]
    return tail.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) || tail.suffix(3).elementsEqual(Array("...".utf8))
  }

  private mutating func note(mentions phrases: PhraseReader) {
    for node in phrases.nodes where node.mention != nil || node.mark == .date || node.mark == .count {
      mentions.append(
        DocumentResult.Mention(
          kind: node.mark.name, start: node.range.lowerBound, end: node.range.upperBound, id: phrases.ruleID(node)))
    }
  }

  private mutating func annotate(_ range: Range<Int>, _ note: String) {
    guard let index = trace.sentences.lastIndex(where: { $0.range.contains(range.lowerBound) }) else { return }
    trace.sentences[index].lines.append("=> " + text.string(range) + ": " + note)
  }

  // MARK: Finishing

  /// The coalition of whose strikes its leader's command tells, where it speaks of it by name.
  private var ledCoalition: String? {
    guard let own = state.sourceSide, let coalition = words.language.coalitionLeaders[own.lowercased()] else {
      return nil
    }
    return state.named.contains { $0.side == coalition } || state.speakers.contains { $0.side == coalition }
      ? coalition : nil
  }

  private mutating func finish(_ merged: [Draft]) -> [Draft] {
    var drafts = Headings.dropCovered(merged.filter { !$0.isLossToUnknown && !$0.isBareLoss })
      .sorted { $0.anchor.lowerBound < $1.anchor.lowerBound }
    Monitors.name(&drafts, told: state.monitors, gazetteer: extractor.gazetteer)
    let bodies = StateBodies(
      gazetteer: extractor.gazetteer, words: words.language.bodiesOfState, named: state.named, text: text,
      source: state.source?.side)
    bodies.name(&drafts, isLast: false)
    let inheritance = Inheritance(
      sourceSide: ledCoalition ?? state.sourceSide, source: state.source, named: state.named,
      sole: Inheritance.soleClaimant(of: drafts), countries: state.countries, gazetteer: extractor.gazetteer)
    for index in drafts.indices {
      // An enemy named at last is that of the whole release.
      drafts[index].contextOwner =
        drafts[index].contextOwner.flatMap { Inheritance.isNamed($0) ? $0 : nil } ?? state.enemy
      inheritance.fill(&drafts[index])
    }
    inheritance.nameFliers(&drafts)
    bodies.name(&drafts, isLast: true)
    Denials.attach(denials.map { ($0.claim, $0.sentence) }, to: &drafts)
    let isCoded = drafts.map { Codebook.codes($0) }
    if isTraced {
      for (draft, isCoded) in zip(drafts, isCoded) where !isCoded {
        annotate(draft.anchor, "left out: too little is told of it to be a record")
      }
    }
    drafts = zip(drafts, isCoded).filter(\.1).map(\.0)
    Totals.relate(&drafts)
    return drafts
  }
}
