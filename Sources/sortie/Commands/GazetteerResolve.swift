import ArgumentParser
import SortieGazetteer

extension GazetteerCommand {
  /// `sortie gazetteer resolve`: a list of place names against the gazetteer.
  struct Resolve: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say which place each name of a CSV file means.",
      discussion: """
        The file has a column name and, where known, governorate. Printed is CSV, one row a row of the file, in its order: \
        id, name, latitude, longitude, score (0 to 1) and alternatives (ids parted by |, best first). A row is empty where \
        nothing has the name.

        EXAMPLES:
          sortie gazetteer resolve names.csv > places.csv
          sortie gazetteer resolve names.csv --gazetteer packs/syria
        """)

    @Argument(help: ArgumentHelp("A CSV file with a column name, or - for the standard input.", valueName: "names.csv"))
    var names: String

    @OptionGroup(title: "Data")
    var data: DataOptions

    func run() throws {
      let bytes = names == "-" ? try FileSource.wholeStandardInput() : try FileTree.read(names)
      var resolver = PlaceListResolver(try data.loadGazetteer())
      let table = try resolver.table(GazetteerFile(name: names, text: bytes))
      try StandardStream.output.write(Array(table.utf8))
      let rows = table.utf8.split(separator: UInt8(ascii: "\n")).dropFirst()
      let resolved = rows.count { $0.first != UInt8(ascii: ",") }
      Messages.note("\(resolved) of \(rows.count) names resolved")
    }
  }
}
