/// Lays tables out as bytes that are searched in place.
struct TableCompiler {
  private let tables: SourceTables
  private var candidates: [UInt64: [StoredCandidate]] = [:]
  private var continued: Set<UInt64> = []
  private var firstTokens: Set<UInt64> = []
  /// First tokens that a text may write in lower case.
  private var lowerTokens: Set<UInt64> = []

  static func compile(_ tables: SourceTables) -> [UInt8] {
    var compiler = TableCompiler(tables: tables)
    compiler.collect()
    return compiler.layOut()
  }

  private init(tables: SourceTables) { self.tables = tables }

  // MARK: Names

  private mutating func collect() {
    for table in Table.allCases {
      for (index, row) in tables[table].enumerated() {
        add(
          StoredCandidate(table: table, index: index, aspect: .name, tier: .exact, form: [], gaps: 0),
          under: KeyHash.key(.id, [table.rawValue] + Array(row.fields[0].utf8)))
        for (name, aspect) in Self.names(of: row, table) { addName(name, table, index, aspect) }
      }
    }
    for word in tables.englishWords {
      var hash = KeyHash(.englishWord)
      for folded in NameLetters(Array(word.utf8)).folded { hash.add(folded) }
      continued.insert(hash.key)
    }
  }

  /// The names of a row and what each is.
  static func names(of row: SourceTables.Row, _ table: Table) -> [(String, Aspect)] {
    var names: [(String, Aspect)] = [(row.fields[1], .name)]
    for (column, name) in table.columns.enumerated() {
      let aspect: Aspect
      switch name {
      case "aliases", "arabic": aspect = .name
      case "nicknames": aspect = .nickname
      case "adjectives": aspect = .adjective
      case "metonyms": aspect = .metonym
      case "cues": aspect = .cue
      default: continue
      }
      names += row.fields[column].listed.map { ($0, aspect) }
    }
    return names
  }

  private mutating func addName(_ name: String, _ table: Table, _ index: Int, _ aspect: Aspect) {
    let bytes = Array(name.utf8)
    let letters = NameLetters(bytes)
    guard !letters.tokens.isEmpty, letters.tokens.count <= MentionFinder.mostTokens else { return }
    var form = NameForm(name: bytes, table: table, aspect: aspect, letters: letters)
    if name == tables[table][index].fields[1] { form.insert(.mainName) }
    var candidate = StoredCandidate(
      table: table, index: index, aspect: aspect, tier: .exact, form: form, gaps: letters.tokens.count - 1)
    var hash = KeyHash(.name)
    // A text may write the first words as one: "Alshaddadi", "airbase".
    var joined: [UInt8] = []
    let mayBeLower =
      !form.contains(.needsCapital) || form.contains(.designator) || TransliterationKey.isArticle(letters.folded[0])
      || letters.folded[0] == Array("the".utf8)
    for (token, folded) in zip(letters.tokens, letters.folded) {
      joined += folded
      addFirst(joined, mayBeLower)
      if token.isDigits || joined.count >= 8 { break }
    }
    for (position, token) in letters.tokens.enumerated() {
      if position == letters.tokens.count - 1 {
        let word = letters.folded[position]
        let short = table == .targetType && position == 0 ? Plurals.ofShort(word) : []
        for plural in Plurals.irregular(word) + short where !token.isDigits && table != .place {
          var hash = hash
          hash.add(plural)
          candidate.form = form.union(.plural)
          add(candidate, under: hash.key)
          if position == 0 { addFirst(plural, mayBeLower) }
        }
      }
      if token.isDigits, token.strippedEnd != nil {
        // "Su-35Ss" goes on where the name of "Su-35S" has an S.
        var hash = hash
        hash.add(letters.folded[position], count: token.strippedCount, isDigits: true)
        continued.insert(hash.key)
      }
      hash.add(letters.folded[position], isDigits: token.isDigits)
      if position < letters.tokens.count - 1 { continued.insert(hash.key) }
    }
    candidate.form = form
    add(candidate, under: hash.key)
    guard table == .place, let keys = PlaceRunKeys.keys(of: bytes) else { return }
    continued.formUnion(PlaceRunKeys.prefixes(of: letters))
    candidate.tier = .fold
    candidate.gaps = keys.nameWords - 1
    if let key = keys.foldKey { add(candidate, under: key) }
    candidate.tier = .mid
    if let key = keys.midKey { add(candidate, under: key) }
    candidate.tier = .loose
    if let key = keys.looseKey { add(candidate, under: key) }
  }

  private mutating func addFirst(_ token: [UInt8], _ mayBeLower: Bool) {
    firstTokens.insert(FirstToken.pack(token))
    if mayBeLower { lowerTokens.insert(FirstToken.pack(token)) }
  }

  private mutating func add(_ candidate: StoredCandidate, under key: UInt64) {
    if var known = candidates[key] {
      // The same entry twice under one key: what either spelling allows is allowed.
      if let same = known.firstIndex(where: {
        $0.table == candidate.table && $0.index == candidate.index && $0.aspect == candidate.aspect
          && $0.form.contains(.plural) == candidate.form.contains(.plural)
      }) {
        let main = known[same].form.union(candidate.form).intersection(.mainName)
        known[same].form = known[same].form.intersection(candidate.form).union(main)
        known[same].gaps = max(known[same].gaps, candidate.gaps)
      } else {
        known.append(candidate)
      }
      candidates[key] = known
    } else {
      candidates[key] = [candidate]
    }
  }

  /// Names of aircraft, munitions and air arms, each once.
  private var flightNames: [String] {
    let isAirArm: Set<String> = ["air-force", "naval-air"]
    let kind = Table.airForce.columns.firstIndex(of: "kind") ?? 0
    var names: Set<String> = []
    for table in [Table.aircraft, .munition, .airForce] {
      for row in tables[table] where table != .airForce || isAirArm.contains(row.fields[kind]) {
        for (name, aspect) in Self.names(of: row, table) where aspect == .name || aspect == .nickname {
          names.insert(name)
        }
      }
    }
    return names.sorted()
  }

  // MARK: Bytes

  private func layOut() -> [UInt8] {
    let keys = Set(candidates.keys).union(continued).sorted()
    let directoryBits = max(4, Int.bitWidth - max(keys.count / 2, 1).leadingZeroBitCount)
    var directory = ByteWriter()
    var keyBytes = ByteWriter()
    var payloads = ByteWriter()
    var lists = ByteWriter()
    lists.add(UInt32(0))  // offset 0 stands for "none"
    var position = 0
    for bucket in 0...(1 << directoryBits) {
      while position < keys.count, keys[position] >> UInt64(64 - directoryBits) < UInt64(bucket) { position += 1 }
      directory.add(UInt32(position))
    }
    for key in keys {
      keyBytes.add(key)
      var payload: UInt32 = continued.contains(key) ? 1 << 31 : 0
      if let list = candidates[key] {
        payload |= UInt32(lists.bytes.count / 4)
        lists.add(UInt32(list.count))
        for candidate in list.sorted(by: { ($0.table, $0.index) < ($1.table, $1.index) }) {
          lists.add(candidate.words.0)
          lists.add(candidate.words.1)
        }
      }
      payloads.add(payload)
    }
    var sections: [ByteForm.Section: [UInt8]] = [
      .sieve: Self.sieve(firstTokens), .lowerSieve: Self.sieve(lowerTokens),
      .directory: directory.bytes, .keys: keyBytes.bytes, .payloads: payloads.bytes,
      .candidates: lists.bytes, .placeNumbers: PlaceNumbers.bytes(of: tables[.place]),
      .englishWords: Self.rows([tables.englishWords]), .flightNames: Self.rows([flightNames]),
    ]
    for table in Table.allCases { sections[.rows(of: table)] = Self.rows(tables[table].map(\.fields)) }
    var head = ByteWriter(bytes: ByteForm.magic)
    head.add(ByteForm.version)
    var offset = ByteForm.headLength
    for section in ByteForm.Section.allCases {
      head.add(UInt32(offset))
      head.add(UInt32(sections[section]?.count ?? 0))
      offset += sections[section]?.count ?? 0
    }
    return ByteForm.Section.allCases.reduce(into: head.bytes) { $0 += sections[$1] ?? [] }
  }

  /// A bit for each first token, in at least sixteen times as many bits.
  private static func sieve(_ tokens: Set<UInt64>) -> [UInt8] {
    let bits = max(12, Int.bitWidth - max(tokens.count * 16, 1).leadingZeroBitCount)
    var sieve = [UInt8](repeating: 0, count: 1 << (bits - 3))
    for token in tokens {
      let bit = Int(FirstToken.hash(token) >> UInt64(64 - bits))
      sieve[bit >> 3] |= 1 << UInt8(bit & 7)
    }
    return sieve
  }

  /// Count, offsets of the rows, then for each field its length and its text.
  private static func rows(_ rows: [[String]]) -> [UInt8] {
    var data = ByteWriter()
    var offsets = ByteWriter()
    let start = 8 + rows.count * 4
    offsets.add(UInt32(rows.count))
    for row in rows {
      offsets.add(UInt32(start + data.bytes.count))
      data.add(UInt16(row.count))
      for field in row {
        data.add(UInt16(field.utf8.count))
        data.bytes += Array(field.utf8)
      }
    }
    offsets.add(UInt32(start + data.bytes.count))
    return offsets.bytes + data.bytes
  }
}
