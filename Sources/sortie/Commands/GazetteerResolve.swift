import ArgumentParser
import SortieGazetteer

extension GazetteerCommand {
  /// `sortie gazetteer resolve`: a list of place names against the gazetteer.
  struct Resolve: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say which place each name of a CSV file means.",
      discussion: """
        The file has a column name and, where known, admin1 (province) and country (ISO 3166 alpha-2). Printed is CSV, one \
        row a name: name, id, resolved, feature, admin1, country, latitude, longitude, tier (exact, fold, mid: how far the \
        spelling is off), score (0 to 1) and alternatives (ids, best first).

        EXAMPLES:
          sortie gazetteer resolve names.csv > places.csv
        """)

    @Argument(help: ArgumentHelp("A CSV file with a column name, or - for the standard input.", valueName: "names.csv"))
    var names: String

    @OptionGroup(title: "Data")
    var data: DataOptions

    func run() throws {
      let bytes = names == "-" ? try FileSource.wholeStandardInput() : try FileTree.read(names)
      let rows = try CSVRows.read(bytes, file: names)
      guard rows.isEmpty || rows[0]["name"] != nil else {
        throw CSVRows.Fault(file: names, line: 1, message: "column 'name' is missing")
      }
      let gazetteer = try data.loadGazetteer()
      var text = "name,id,resolved,feature,admin1,country,latitude,longitude,tier,score,alternatives\r\n"
      var missed = 0
      for row in rows {
        let name = row["name"] ?? ""
        let found = gazetteer.resolve(name, context: Self.context(row))
        if found == nil { missed += 1 }
        text += Self.cells(name: name, found).map(Self.quoted).joined(separator: ",") + "\r\n"
      }
      try StandardStream.output.write(Array(text.utf8))
      Messages.note("\(rows.count - missed) of \(rows.count) names resolved")
    }

    private static func context(_ row: [String: String]) -> PlaceContext {
      func told(_ column: String) -> [String] { row[column].flatMap { $0.isEmpty ? nil : [$0] } ?? [] }
      return PlaceContext(admin1: told("admin1"), countries: told("country"))
    }

    private static func cells(name: String, _ found: ResolvedPlace?) -> [String] {
      guard let found else { return [name] + [String](repeating: "", count: 10) }
      let place = found.place
      return [
        name, place.id, place.name, place.feature, place.admin1 ?? "", place.country,
        place.latitude.map { "\($0)" } ?? "", place.longitude.map { "\($0)" } ?? "", "\(found.tier)",
        String((found.score * 1000).rounded() / 1000), found.alternatives.joined(separator: "; "),
      ]
    }

    private static func quoted(_ cell: String) -> String {
      let needsQuotes = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
      return needsQuotes ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }
  }
}
