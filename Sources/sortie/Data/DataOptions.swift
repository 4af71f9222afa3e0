import ArgumentParser
import SortieExtraction
import SortieGazetteer
import SortiePatterns
import SortieSchema

/// Which gazetteer and which patterns read the texts.
struct DataOptions: ParsableArguments {
  @Option(
    name: .customLong("gazetteer"),
    help: ArgumentHelp(
      """
      Lay a pack or a folder of tables over the gazetteer, by id; may be given several times. A folder with all tables \
      replaces the gazetteer of the program.
      """, valueName: "path"))
  var gazetteers: [String] = []

  @Option(help: ArgumentHelp("Read the patterns from the files of this folder.", valueName: "folder"))
  var patterns: String?

  /// The data asked for: that of the program itself unless something else is given.
  func load() throws -> ReadingData {
    lazy var embedded = Result { try CompiledData.embedded() }
    let names = try GazetteerLayers(gazetteers) { try embedded.get().gazetteer }
    let library: (patterns: PatternLibrary, digest: String)
    if let patterns {
      let read = try DataFolders.patterns(patterns)
      library = (read, CompiledData.Section(read.encode()).name)
    } else {
      let own = try embedded.get().patterns
      library = (try PatternLibrary(compiled: own.bytes), own.name)
    }
    return ReadingData(
      gazetteer: names.gazetteer, patterns: library.patterns,
      provenance: Provenance(tool: Program.nameAndVersion, gazetteer: names.digest, patterns: library.digest))
  }

  func loadGazetteer() throws -> Gazetteer {
    try GazetteerLayers(gazetteers) { try CompiledData.embedded().gazetteer }.gazetteer
  }

  func loadPatterns() throws -> PatternLibrary {
    if let patterns { return try DataFolders.patterns(patterns) }
    return try PatternLibrary(compiled: CompiledData.embedded().patterns.bytes)
  }
}

/// All that reading a text takes.
struct ReadingData {
  let gazetteer: Gazetteer
  let patterns: PatternLibrary
  let provenance: Provenance

  func extractor() throws -> Extractor {
    try Extractor(gazetteer: gazetteer, patterns: patterns, provenance: provenance)
  }

  /// The sides for which claimants speak, for the attribution of records.
  func claimantSides() -> @Sendable (String) -> [String] {
    let sides = Deferred { [gazetteer, patterns] in ClaimantSides(gazetteer, patterns: patterns) }
    return { sides.value[$0] }
  }

  /// The names of operators and groups, for readers who do not know their ids.
  func entityNames() -> @Sendable (String) -> String? {
    let names = Deferred { [gazetteer] in EntityNames(gazetteer) }
    return { names.value[$0] }
  }
}
