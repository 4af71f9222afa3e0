import ArgumentParser
import SortieExtraction
import SortieGazetteer
import SortiePatterns
import SortieSchema

/// Which gazetteer and which patterns read the texts.
struct DataOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Read the gazetteer from the tables of this folder.", valueName: "folder"))
  var gazetteer: String?

  @Option(help: ArgumentHelp("Read the patterns from the files of this folder.", valueName: "folder"))
  var patterns: String?

  /// The data asked for: that of the program itself unless a folder is given.
  func load() throws -> ReadingData {
    let embedded = gazetteer == nil || patterns == nil ? try CompiledData.embedded() : nil
    let names: (gazetteer: Gazetteer, digest: String)
    if let embedded, gazetteer == nil {
      names = (try Gazetteer(compiled: embedded.gazetteer.bytes), embedded.gazetteer.name)
    } else {
      let read = try DataFolders.gazetteer(gazetteer ?? "")
      names = (read, CompiledData.Section(read.encode()).name)
    }
    let library: (patterns: PatternLibrary, digest: String)
    if let embedded, patterns == nil {
      library = (try PatternLibrary(compiled: embedded.patterns.bytes), embedded.patterns.name)
    } else {
      let read = try DataFolders.patterns(patterns ?? "")
      library = (read, CompiledData.Section(read.encode()).name)
    }
    return ReadingData(
      gazetteer: names.gazetteer, patterns: library.patterns,
      provenance: Provenance(tool: Program.nameAndVersion, gazetteer: names.digest, patterns: library.digest))
  }

  func loadGazetteer() throws -> Gazetteer {
    if let gazetteer { return try DataFolders.gazetteer(gazetteer) }
    return try Gazetteer(compiled: CompiledData.embedded().gazetteer.bytes)
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
    let sides = ClaimantSides(gazetteer)
    return { sides[$0] }
  }
}
