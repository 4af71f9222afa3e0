import ArgumentParser
import SortieExport
import SortieSchema

/// `sortie schema`: what the output means.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the form of a record, the columns of the table, or the rules of coding.",
    discussion: """
      EXAMPLES:
        sortie schema > sortie.schema.json            JSON Schema (2020-12) of --format jsonl
        sortie schema --columns                       every column of every table with its meaning
        sortie schema --columns --layout places       those of one table
        sortie schema --codebook                      what gets a record and how it is coded
      """)

  @Flag(help: "The columns of all tables: table, name, type, unit, allowed values and meaning, parted by tabs.")
  var columns = false

  @Option(
    help: ArgumentHelp(
      "Only the columns of this table: \(Layout.all.map(\.name).joined(separator: ", ")).", valueName: "table"))
  var layout: String?

  @Flag(help: "The rules by which texts are coded.")
  var codebook = false

  func validate() throws {
    if columns && codebook { throw ValidationError("--columns and --codebook exclude each other.") }
    if layout != nil, !columns { throw ValidationError("--layout needs --columns.") }
    if let layout, Layout.named(layout) == nil { throw ValidationError("There is no table '\(layout)'.") }
  }

  func run() throws {
    var bytes: [UInt8] = []
    if columns {
      for layout in Layout.all where self.layout == nil || layout.name == self.layout {
        for column in layout.columns {
          let cells = [
            layout.name, column.name, column.kind.rawValue, column.unit ?? "", column.words.joined(separator: "|"),
            column.about,
          ]
          bytes += (cells.joined(separator: "\t") + "\n").utf8
        }
      }
    } else if codebook {
      bytes += Codebook.text.utf8
      if bytes.last != 0x0A { bytes.append(0x0A) }
    } else {
      RecordSchema.writeJSONSchema(into: &bytes)
      if bytes.last != 0x0A { bytes.append(0x0A) }
    }
    try StandardStream.output.write(bytes)
  }
}
