import ArgumentParser
import SortieGazetteer

/// `sortie gazetteer`: the names that the program knows.
struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Look names up in the gazetteer: aircraft, air forces, groups, claimants, munitions, targets, places.",
    discussion: """
      EXAMPLES:
        sortie gazetteer search "Su 24m"              what a name stands for, in any spelling
        sortie gazetteer list aircraft                every entry of a table
        sortie gazetteer resolve names.csv            which places a column of names means
        sortie gazetteer import geonames SY.txt -o packs/syria   places of a country as a pack
        sortie gazetteer add munitions id=x-1 …       one more row in a table
        sortie gazetteer lint --gazetteer Gazetteer   faults in the tables, with their places
      """,
    subcommands: [List.self, Search.self, Stats.self, Lint.self, Resolve.self, Import.self, Add.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the entries of one table, or of all: table, id, name and aliases, parted by tabs.",
      discussion: """
        EXAMPLES:
          sortie gazetteer list
          sortie gazetteer list aircraft
        """)

    @Argument(
      help: ArgumentHelp("One of \(TableName.all.joined(separator: ", ")).", valueName: "table"))
    var table: TableName?

    @OptionGroup(title: "Data")
    var data: DataOptions

    func run() throws {
      let gazetteer = try data.loadGazetteer()
      for kind in Table.allCases where table == nil || table?.table == kind {
        var text = ""
        for entry in gazetteer.entries(of: kind) {
          text += "\(kind.fileName)\t\(entry.id)\t\(entry.name)\t\(entry.aliases.joined(separator: "|"))\n"
        }
        try StandardStream.output.write(Array(text.utf8))
      }
    }
  }

  struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find what a name stands for, best first: table, id, name, how it was found and its source.",
      discussion: """
        The name is looked up as in a text: case, accents, hyphens and the usual transliterations do not matter. The exit \
        code is 1 where nothing has the name.

        EXAMPLES:
          sortie gazetteer search Su-24Ms
          sortie gazetteer search "Dayr az Zawr"
          sortie gazetteer search "kafr zita" --keys
        """)

    @Argument(help: ArgumentHelp("The name, in any spelling.", valueName: "name"))
    var name: String

    @Flag(help: "Show first by which keys the name is compared, from the strictest to the loosest.")
    var keys = false

    @OptionGroup(title: "Data")
    var data: DataOptions

    func run() throws {
      let gazetteer = try data.loadGazetteer()
      let candidates = Self.candidates(for: name, in: gazetteer)
      guard !candidates.isEmpty else {
        Messages.error("nothing in the gazetteer is called '\(name)'")
        throw ExitStatus.failed.code
      }
      var text = ""
      if keys {
        let found = gazetteer.search(name)
        for (key, value) in [("exact", found.exact), ("fold", found.fold), ("mid", found.mid), ("loose", found.loose)] {
          text += "\(key)\t\(value ?? "")\n"
        }
      }
      for candidate in candidates {
        let entry = gazetteer.entry(candidate)
        var about = ""
        if candidate.table == .place {
          let place = gazetteer.places[candidate.index]
          about = ([place.feature, place.admin1, place.country].compactMap { $0 }).joined(separator: ", ")
          if let latitude = place.latitude, let longitude = place.longitude { about += ", \(latitude) \(longitude)" }
        }
        text +=
          [
            candidate.table.fileName, entry.id, entry.name, "\(candidate.tier) \(candidate.aspect)", about,
            entry.source,
          ].joined(separator: "\t") + "\n"
      }
      try StandardStream.output.write(Array(text.utf8))
    }

    /// What the whole name stands for; else the names in it, as a text would give them: plurals, a name among words.
    private static func candidates(for name: String, in gazetteer: Gazetteer) -> [Candidate] {
      let whole = gazetteer.candidates(for: name)
      return whole.isEmpty ? gazetteer.mentions(in: Array(name.utf8)).flatMap(\.candidates) : whole
    }
  }

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Count the entries and names of each table, and the places of each country.",
      discussion: """
        EXAMPLES:
          sortie gazetteer stats
        """)

    @OptionGroup(title: "Data")
    var data: DataOptions

    func run() throws {
      let gazetteer = try data.loadGazetteer()
      var text = ""
      for table in Table.allCases {
        let entries = gazetteer.entries(of: table)
        let names = entries.reduce(0) { $0 + 1 + $1.aliases.count }
        text += "\(table.fileName.padded(to: 14))\(entries.count) entries, \(names) names\n"
      }
      let countries = Dictionary(grouping: gazetteer.places.current, by: \.country).mapValues(\.count)
      for (country, count) in countries.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        text += "  places in \(country)  \(count)\n"
      }
      try StandardStream.output.write(Array(text.utf8))
    }
  }

  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read the tables and name every fault with file, line and column.",
      discussion: """
        Reads the folder Gazetteer unless --gazetteer names another. Most likely mistakes (an alias that a rule makes or \
        another row has, a name that is an English word, a point outside its country, no source) are warnings. The exit \
        code is 1 where there are faults.

        EXAMPLES:
          sortie gazetteer lint
          sortie gazetteer lint --gazetteer my-tables
        """)

    @Option(help: ArgumentHelp("Folder of the tables.", valueName: "folder"))
    var gazetteer = "Gazetteer"

    func run() throws {
      do {
        let entries = try DataFolders.gazetteer(gazetteer)
        let count = Table.allCases.reduce(0) { $0 + entries.entries(of: $1).count }
        let findings = try GazetteerLint.findings(DataFolders.tables(gazetteer))
        for finding in findings { Messages.write(finding.description) }
        Messages.note("\(gazetteer): \(count) entries, no faults, \(findings.count) warnings")
      } catch let errors as TableErrors {
        Messages.error(errors)
        Messages.note("\(gazetteer): \(errors.errors.count) faults")
        throw ExitStatus.failed.code
      }
    }
  }
}

/// The name of a table on the command line.
struct TableName: ExpressibleByArgument {
  static let all = Table.allCases.map(\.fileName)
  static let allValueStrings = all

  let table: Table

  init?(argument: String) {
    guard let table = Table.allCases.first(where: { $0.fileName == argument }) else { return nil }
    self.table = table
  }
}

extension Gazetteer {
  /// The current entries of a table, in the order of their ids.
  func entries(of table: Table) -> [any GazetteerEntry] {
    switch table {
    case .group: groups.current
    case .airForce: airForces.current
    case .claimant: claimants.current
    case .aircraft: aircraft.current
    case .munition: munitions.current
    case .targetType: targetTypes.current
    case .place: places.current
    }
  }

  func entry(_ candidate: Candidate) -> any GazetteerEntry {
    switch candidate.table {
    case .group: groups[candidate.index]
    case .airForce: airForces[candidate.index]
    case .claimant: claimants[candidate.index]
    case .aircraft: aircraft[candidate.index]
    case .munition: munitions[candidate.index]
    case .targetType: targetTypes[candidate.index]
    case .place: places[candidate.index]
    }
  }
}
