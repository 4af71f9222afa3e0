public import TextScan

/// The names of the theatre: aircraft, air forces, groups, claimants, munitions, target types and places.
///
/// Made from tables (`init(files:)`) or from their compiled form (`init(compiled:)`, `encode()`); packs of places are
/// laid over it (`adding(pack:)`). It finds names in texts (`mentions(in:range:into:)`), looks whole names up
/// (`candidates(for:)`), says which place is meant (`resolve(_:context:)`) and explains itself (`search(_:)`,
/// `statistics`). Whole lists of places go through `PlaceListResolver`; packs come from `GeoNamesImporter` and
/// `PlaceTableImporter`; `GazetteerLint` and `TableEditor` look after the tables.
///
///     let gazetteer = try Gazetteer(files: files)
///     for mention in gazetteer.mentions(in: bytes) {
///       let best = mention.candidates[0]
///       if best.table == .aircraft { print(gazetteer.aircraft[best.index].id) }
///     }
///
/// An index into a collection stays valid for this value and for its compiled form, not across packs added in between.
public struct Gazetteer: Sendable {
  /// Held by one reference, so that handing a gazetteer on costs next to nothing.
  private final class Content: Sendable {
    let layers: [CompiledTables]
    let bases: [[Int]]
    let overridden: [[Bool]]
    let hasOverridden: Bool
    let keyBits: KeyBits
    let scan: NameScan
    let homeCountries: [UInt16]
    let decoded: DecodedTables
    let provinces = ProvinceCache()

    init(layers: [CompiledTables], bases: [[Int]], overridden: [[Bool]]) {
      self.layers = layers
      self.bases = bases
      self.overridden = overridden
      hasOverridden = overridden.contains { !$0.isEmpty }
      decoded = DecodedTables(layers)
      homeCountries = Gazetteer.homeCountries(layers)
      keyBits = layers.count == 1 ? layers[0].keyBits : KeyBits(layers.map(\.keys))
      scan = NameScan(layers, keyBits)
    }
  }

  private let content: Content

  var layers: [CompiledTables] { content.layers }
  /// For each layer and table the index of its first entry.
  var bases: [[Int]] { content.bases }
  /// Of the keys of all layers.
  var keyBits: KeyBits { content.keyBits }
  var scan: NameScan { content.scan }
  var homeCountries: [UInt16] { content.homeCountries }
  private var decoded: DecodedTables { content.decoded }
  var provinces: ProvinceCache { content.provinces }

  /// Whether a later layer replaces the entry.
  func isOverridden(_ table: Int, _ index: Int) -> Bool {
    content.hasOverridden && !content.overridden[table].isEmpty && content.overridden[table][index]
  }

  /// Reads tables; the part of a name after the last `/` tells which (`aircraft.csv` …).
  public init(files: [GazetteerFile]) throws(TableErrors) {
    let tables = try SourceTables(files: files)
    self.init(tables: tables)
  }

  init(tables: SourceTables) {
    let bytes = TableCompiler.compile(tables)
    guard let layer = try? CompiledTables(ConstantBytes(bytes)) else {
      preconditionFailure("the compiler of tables wrote what their reader refuses")
    }
    self.init(layers: [layer])
  }

  /// Reads the form that `encode` gives.
  public init(compiled bytes: [UInt8]) throws(CompiledFormError) { try self.init(compiled: ConstantBytes(bytes)) }

  /// As above, over bytes that are searched where they stand.
  public init(compiled bytes: ConstantBytes) throws(CompiledFormError) {
    self.init(layers: [try CompiledTables(bytes)])
  }

  private init(layers: [CompiledTables]) {
    var bases: [[Int]] = []
    var next = [Int](repeating: 0, count: Table.allCases.count)
    for layer in layers {
      bases.append(next)
      for table in Table.allCases { next[Int(table.rawValue)] += layer.count(table) }
    }
    // For each table and entry whether a later layer replaces it; empty where none is.
    var overridden = [[Bool]](repeating: [], count: Table.allCases.count)
    for upper in layers.indices.dropFirst() {
      for table in Table.allCases {
        for index in 0..<layers[upper].count(table) {
          let id = layers[upper].field(table, index, 0)
          for lower in 0..<upper {
            if let found = layers[lower].index(table, id: id) {
              let number = Int(table.rawValue)
              if overridden[number].isEmpty { overridden[number] = [Bool](repeating: false, count: next[number]) }
              overridden[number][bases[lower][number] + found] = true
            }
          }
        }
      }
    }
    content = Content(layers: layers, bases: bases, overridden: overridden)
  }

  /// The same gazetteer for another thread: its rows are decoded a second time, since two threads that count references to
  /// the same rows wait for each other. The tables themselves are shared.
  public func separated() -> Gazetteer {
    Gazetteer(
      content: Content(
        layers: layers.map { CompiledTables(sharing: $0) }, bases: bases, overridden: content.overridden))
  }

  private init(content: Content) { self.content = content }

  /// A gazetteer that holds the entries of `pack` as well; an entry with an id that is known replaces the known one.
  public func adding(pack: Gazetteer) -> Gazetteer { Gazetteer(layers: layers + pack.layers) }

  /// The compiled form, read back by `init(compiled:)`.
  public func encode() -> [UInt8] {
    layers.count == 1 ? layers[0].bytes.array : TableCompiler.compile(sourceTables)
  }

  public var aircraft: EntryTable<Aircraft> { EntryTable(self, rows: decoded.aircraft) }
  public var airForces: EntryTable<AirForce> { EntryTable(self, rows: decoded.airForces) }
  public var groups: EntryTable<Group> { EntryTable(self, rows: decoded.groups) }
  public var claimants: EntryTable<Claimant> { EntryTable(self, rows: decoded.claimants) }
  public var munitions: EntryTable<Munition> { EntryTable(self, rows: decoded.munitions) }
  public var targetTypes: EntryTable<TargetType> { EntryTable(self, rows: decoded.targetTypes) }
  public var places: EntryTable<GazetteerPlace> { EntryTable(self, rows: nil) }

  /// The aircraft whose own name, not an alias, is `name`.
  public func aircraft(named name: String) -> Aircraft? { aircraft.first(named: name) }

  /// The claimant whose own name, not an alias, is `name`.
  public func claimant(named name: String) -> Claimant? { claimants.first(named: name) }

  /// A place, kept from the last time it was asked for.
  func place(at index: Int) -> GazetteerPlace { decoded.place(index) { places[index] } }

  /// The first air force of a kind that records name by a code; nil where there is none.
  public func airForce(ofKind kind: String, operatorCode: String) -> AirForce? {
    decoded.airForce(ofKind: kind, operatorCode: operatorCode).map { decoded.airForces[$0] }
  }

  /// The kind of an air force, without a copy of its row.
  public func kind(ofAirForce index: Int) -> String { decoded.airForces[index].kind }

  /// The kind of a group, without a copy of its row.
  public func kind(ofGroup index: Int) -> String { decoded.groups[index].kind }

  /// The kind of a claimant, without a copy of its row.
  public func kind(ofClaimant index: Int) -> String { decoded.claimants[index].kind }

  /// The id of the group that a state's own forces are.
  public func stateForces(of country: String) -> String? { decoded.stateForces[country] }

  /// How the rows of a target type end their names, in small letters: the last word of its name and of each other name.
  public func headWords(ofTargetType index: Int) -> Set<String> { decoded.headWords(ofTargetType: index) }

  /// The id of the entry that a candidate stands for, without reading the rest of its row.
  public func id(of candidate: Candidate) -> String { field(candidate.table, candidate.index, 0) }

  /// The column `feature` of a place, without reading the rest of its row.
  public func feature(ofPlace index: Int) -> String { field(.place, index, 4) }

  /// The province that a place lies in, or is; its own name where none is told. Without reading the rest of its row.
  public func provinceOrName(ofPlace index: Int) -> String {
    field(.place, index, 5).nonEmpty ?? field(.place, index, 1)
  }

  /// Whether the population of a place is told, without reading the rest of its row.
  public func hasPopulation(ofPlace index: Int) -> Bool { Int(field(.place, index, 10)) != nil }

  /// Names by which a text is known to speak of flying: those of aircraft, munitions and air arms.
  public var flightNames: [String] { layers.flatMap(\.flightNames) }

  /// Place names that are English words.
  public var englishWords: [String] { layers.flatMap(\.englishWords) }

  func layer(of index: Int, in table: Table) -> (layer: CompiledTables, local: Int) {
    let layers = layers
    if layers.count == 1 { return (layers[0], index) }
    var chosen = layers.count - 1
    while chosen > 0, bases[chosen][Int(table.rawValue)] > index { chosen -= 1 }
    return (layers[chosen], index - bases[chosen][Int(table.rawValue)])
  }

  func placeNumbers(_ index: Int) -> PlaceNumbers? {
    let (layer, local) = layer(of: index, in: .place)
    return layer.placeNumbers(local)
  }

  func field(_ table: Table, _ index: Int, _ column: Int) -> String {
    let (layer, local) = layer(of: index, in: table)
    return layer.field(table, local, column)
  }

  /// The current rows of all layers.
  var sourceTables: SourceTables {
    var tables = SourceTables()
    tables.englishWords = Array(Set(englishWords)).sorted()
    for table in Table.allCases {
      for (number, layer) in layers.enumerated() {
        let base = bases[number][Int(table.rawValue)]
        for index in 0..<layer.count(table) where !isOverridden(Int(table.rawValue), base + index) {
          tables[table].append(
            SourceTables.Row(fields: layer.fields(table, index), file: table.fileName + ".csv", line: 0, columns: []))
        }
      }
    }
    return tables
  }
}

extension CompiledTables {
  func index(_ table: Table, id: String) -> Int? {
    let key = KeyHash.key(.id, [table.rawValue] + Array(id.utf8))
    return candidates(key: key).first { $0.table == table && field(table, $0.index, 0) == id }?.index
  }
}

/// The entries of one table, read from the compiled form when they are asked for; those of the small tables are kept.
public struct EntryTable<Entry: GazetteerEntry>: RandomAccessCollection, Sendable {
  private let gazetteer: Gazetteer
  private let rows: DecodedRows<Entry>?
  public let startIndex = 0
  public let endIndex: Int

  init(_ gazetteer: Gazetteer, rows: DecodedRows<Entry>?) {
    self.gazetteer = gazetteer
    self.rows = rows
    endIndex = rows?.count ?? gazetteer.layers.reduce(0) { $0 + $1.count(Entry.table) }
  }

  public subscript(index: Int) -> Entry {
    // Without these the way through the generic tables below asks the runtime for their types at every row.
    @specialized(where Entry == AirForce)
    @specialized(where Entry == Claimant)
    @specialized(where Entry == Group)
    @specialized(where Entry == Aircraft)
    @specialized(where Entry == TargetType)
    @specialized(where Entry == Munition)
    get {
      if let rows { return rows[index] }
      precondition(indices.contains(index), "no entry \(index) in the table \(Entry.table.fileName)")
      let (layer, local) = gazetteer.layer(of: index, in: Entry.table)
      return Entry(fields: layer.fields(Entry.table, local))
    }
  }

  /// The index of the current entry with an id.
  public func index(id: String) -> Int? {
    for number in gazetteer.layers.indices.reversed() {
      if let local = gazetteer.layers[number].index(Entry.table, id: id) {
        return gazetteer.bases[number][Int(Entry.table.rawValue)] + local
      }
    }
    return nil
  }

  public subscript(id id: String) -> Entry? { index(id: id).map { self[$0] } }

  /// The name of an entry, without reading the rest of it.
  public func name(at index: Int) -> String {
    if let rows { return rows.name(index) }
    return gazetteer.field(Entry.table, index, 1)
  }

  /// The first entry of a name, letter by letter; nil where there is none.
  func first(named name: String) -> Entry? {
    if let rows { return rows.first(named: name).map { rows[$0] } }
    return indices.first { self.name(at: $0) == name }.map { self[$0] }
  }

  /// Whether a pack replaces the entry.
  public func isOverridden(_ index: Int) -> Bool { gazetteer.isOverridden(Int(Entry.table.rawValue), index) }

  /// The entries that no pack replaces.
  public var current: [Entry] { indices.lazy.filter { !isOverridden($0) }.map { self[$0] } }
}
