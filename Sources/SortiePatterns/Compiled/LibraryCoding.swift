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
  public init(compiled bytes: [UInt8]) throws(CompiledLibraryError) {
    var reader = try CompiledReader(bytes)
    let stages = try reader.list()
    let marks = try reader.table()
    var lexicons: [String: Lexicon] = [:]
    for _ in 0..<(try reader.length()) {
      let name = try reader.text()
      var lexicon = Lexicon()
      for _ in 0..<(try reader.length()) { _ = lexicon.add(try reader.text(), try reader.text()) }
      lexicons[name] = lexicon
    }
    var patterns: [Pattern] = []
    for _ in 0..<(try reader.length()) { patterns.append(try Pattern(from: &reader, number: patterns.count)) }
    try reader.finish()
    self.init(patterns: patterns, lexicons: lexicons, stages: stages, marks: marks)
  }

  /// As above, for bytes that stand elsewhere, such as in the program itself.
  public init(compiled bytes: Span<UInt8>) throws(CompiledLibraryError) {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    try self.init(compiled: copy)
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
    self.init(
      number: number, id: try reader.text(), about: try reader.text(), stage: try reader.text(),
      makes: try reader.optional(),
      attributes: try reader.table(), when: try reader.list(), priority: try reader.signed(),
      file: try reader.text(), line: try reader.number(), expandedRegex: try reader.text(),
      searchRegex: try reader.text(), groups: try reader.list(), requiredMarks: try reader.list(),
      literalNeeds: try reader.text(), matchStarts: try reader.text(), examples: .none)
  }
}
