public import TextScan

extension PatternLibrary {
  /// The compiled form: everything but the examples, with parts, lexicons and marks put into the regexes.
  ///
  /// Equal libraries give equal bytes, whether they were read from files or from a compiled form, so that a digest
  /// of these bytes names the library.
  public func encode() -> [UInt8] {
    var writer = CompiledWriter()
    writer.list(stages)
    writer.table(marks)
    writer.number(lexicons.count)
    for (name, lexicon) in lexicons.sorted(by: { $0.key < $1.key }) {
      writer.text(name)
      writer.number(lexicon.entries.count)
      for entry in lexicon.entries {
        writer.text(entry.key)
        writer.text(entry.value)
      }
    }
    writer.number(patterns.count)
    for pattern in patterns { pattern.write(to: &writer) }
    return writer.finish()
  }

  /// Loads what `encode` gave; regexes compile at first use.
  public init(compiled bytes: [UInt8]) throws(CompiledLibraryError) { try self.init(compiled: ConstantBytes(bytes)) }

  /// As above, over bytes that are read where they stand.
  public init(compiled bytes: ConstantBytes) throws(CompiledLibraryError) {
    var reader = try CompiledReader(bytes)
    let stages = try reader.list()
    let marks = try reader.table()
    var lexicons: [String: Lexicon] = [:]
    for _ in 0..<(try reader.length()) {
      let name = try reader.text()
      var lexicon = Lexicon()
      let count = try reader.length()
      lexicon.reserve(min(count, CompiledFormat.mostReserved))
      for _ in 0..<count { _ = lexicon.add(try reader.text(), try reader.text()) }
      lexicons[name] = lexicon
    }
    var patterns: [Pattern] = []
    for _ in 0..<(try reader.length()) { patterns.append(try Pattern(from: &reader, number: patterns.count)) }
    try reader.finish()
    self.init(patterns: patterns, lexicons: lexicons, stages: stages, marks: marks)
  }
}

extension Pattern {
  fileprivate func write(to writer: inout CompiledWriter) {
    writer.text(id)
    writer.text(about)
    writer.text(stage)
    writer.optional(makes)
    writer.table(attributes)
    writer.list(when)
    writer.signed(priority)
    writer.text(file)
    writer.number(line)
    writer.text(expandedRegex)
    writer.text(searchRegex)
    writer.list(groups)
    writer.list(requiredMarks)
    writer.text(literalNeeds)
    writer.text(matchStarts)
  }

  fileprivate convenience init(from reader: inout CompiledReader, number: Int) throws(CompiledLibraryError) {
    let (id, about, stage) = (try reader.text(), try reader.stored(), try reader.text())
    let (makes, attributes, when) = (try reader.optional(), try reader.table(), try reader.list())
    let (priority, file, line) = (try reader.signed(), try reader.stored(), try reader.number())
    let (expandedRegex, searchRegex) = (try reader.stored(), try reader.stored())
    let (groups, requiredMarks) = (try reader.list(), try reader.list())
    let (literalNeeds, matchStarts) = (try reader.stored(), try reader.stored())
    self.init(
      number: number, id: id, stage: stage, makes: makes, attributes: attributes, when: when, priority: priority,
      line: line, groups: groups, requiredMarks: requiredMarks,
      stored: Stored(
        about: about, file: file, expandedRegex: expandedRegex, searchRegex: searchRegex, literalNeeds: literalNeeds,
        matchStarts: matchStarts), examples: .none)
  }
}
