import ArgumentParser
import SortieGazetteer

extension GazetteerCommand {
  /// `sortie gazetteer add`: one more row in a table.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a row to a table, at its place by id; a row that breaks a rule of its table is refused.",
      discussion: """
        EXAMPLES:
          sortie gazetteer add munitions id=x-1 name=X-1 category=bomb source="where you looked it up"
          sortie gazetteer add aircraft id=il-2 name=Il-2 class=attack crewed=yes origin=RU source=…
        """)

    @Argument(help: ArgumentHelp("One of \(TableName.all.joined(separator: ", ")).", valueName: "table"))
    var table: TableName

    @Argument(help: ArgumentHelp("What stands in its columns; others stay empty.", valueName: "column=value"))
    var values: [NamedValue]

    @Option(help: ArgumentHelp("Folder of the tables.", valueName: "folder"))
    var gazetteer = "Gazetteer"

    func validate() throws {
      let names = values.map(\.name)
      guard Set(names).count == names.count else { throw ValidationError("a column is given twice") }
      guard values.contains(where: { $0.name == "id" && !$0.value.isEmpty }) else {
        throw ValidationError("give the new row an id: id=…")
      }
    }

    func run() throws {
      let path = "\(gazetteer.withoutLastSlash)/\(table.table.fileName).csv"
      let text = try TableEditor.adding(
        NamedValue.byName(values), to: GazetteerFile(name: path, text: try FileTree.read(path)))
      let file = try OutputFile(path)
      try file.write(text)
      try file.commit()
      Messages.note("\(path): added '\(NamedValue.byName(values)["id"] ?? "")'")
    }
  }
}
