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
        sortie schema --columns                       every column of the CSV with its meaning
        sortie schema --codebook                      what gets a record and how it is coded
      """)

  @Flag(help: "The columns of CSV and TSV: name, type and meaning, parted by tabs.")
  var columns = false

  @Flag(help: "The rules by which texts are coded.")
  var codebook = false

  func validate() throws {
    if columns && codebook { throw ValidationError("--columns and --codebook exclude each other.") }
  }

  func run() throws {
    var bytes: [UInt8] = []
    if columns {
      for column in ColumnDocumentation.all {
        bytes += "\(column.name)\t\(column.type)\t\(column.meaning)\n".utf8
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
