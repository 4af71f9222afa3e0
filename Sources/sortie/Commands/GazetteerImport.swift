import ArgumentParser
import SortieGazetteer

extension GazetteerCommand {
  /// `sortie gazetteer import`: places from elsewhere as a pack.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a pack of places from GeoNames or from a table of your own.",
      discussion: """
        A pack is read with --gazetteer and laid over the places of the program.

        EXAMPLES:
          sortie gazetteer import geonames SY.txt IQ.txt -o packs/levant
          sortie gazetteer import csv villages.csv -o packs/own --column name=Village --column latitude=Lat \\
            --column longitude=Lon --set country=SY
          sortie extract report.txt --gazetteer packs/levant
        """, subcommands: [GeoNames.self, Table.self])

    /// Where the pack goes.
    struct Target: ParsableArguments {
      @Option(
        name: .shortAndLong, help: ArgumentHelp("Folder of the pack; made where it is missing.", valueName: "folder"))
      var output: String

      func write(_ pack: Gazetteer) throws {
        try FileTree.makeFolder(output)
        let file = try OutputFile("\(output.withoutLastSlash)/\(GazetteerLayers.packName)")
        try file.write(pack.encode())
        try file.commit()
        Messages.note("\(file.path): \(pack.places.count) places")
      }
    }

    struct GeoNames: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "geonames",
        abstract: "Make a pack from dumps of GeoNames: 19 columns parted by tabs, as downloaded for a country.",
        discussion: """
          EXAMPLES:
            sortie gazetteer import geonames SY.txt -o packs/syria
          """)

      @Argument(help: ArgumentHelp("Dumps of countries.", valueName: "file"))
      var files: [String]

      @OptionGroup
      var target: Target

      func run() throws {
        let dumps = try files.map { GazetteerFile(name: $0, text: try FileTree.read($0)) }
        try target.write(GeoNamesImporter().pack(dumps))
      }
    }

    struct Table: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "csv",
        abstract: "Make a pack from a CSV file with a row for each place.",
        discussion: """
          Columns of a place: \(SortieGazetteer.Table.place.columns.joined(separator: ", ")). Needed are name, latitude and \
          longitude; a column of the file that is called as one of these is taken as that one.

          EXAMPLES:
            sortie gazetteer import csv villages.csv -o packs/own --column name=Village --set country=SY
          """)

      @Argument(help: ArgumentHelp("The table, with a header.", valueName: "file"))
      var file: String

      @Option(help: ArgumentHelp("Which column of the file holds a column of places.", valueName: "column=theirs"))
      var column: [NamedValue] = []

      @Option(help: ArgumentHelp("What stands in a column that the file does not have.", valueName: "column=value"))
      var set: [NamedValue] = []

      @Option(help: ArgumentHelp("Begins the ids made for rows without one.", valueName: "text"))
      var prefix = "own"

      @OptionGroup
      var target: Target

      func run() throws {
        let table = GazetteerFile(name: file, text: try FileTree.read(file))
        let importer = PlaceTableImporter(
          columns: PlaceTableImporter.columnsNamedAlike(in: table).merging(NamedValue.byName(column)) { $1 },
          constants: NamedValue.byName(set), prefix: prefix)
        try target.write(importer.pack(table))
      }
    }
  }
}

/// `name=value` on the command line.
struct NamedValue: ExpressibleByArgument {
  let name, value: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else { return nil }
    name = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }

  static func byName(_ values: [NamedValue]) -> [String: String] {
    Dictionary(values.map { ($0.name, $0.value) }) { $1 }
  }
}
