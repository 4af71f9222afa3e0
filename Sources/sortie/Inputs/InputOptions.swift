import ArgumentParser
import ChildProcess
import SortieDocuments

/// How the user wants inputs to be read.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Of folders and archives, read only files that match: \"*.txt\" by name, \"2016/**\" by path. May be repeated.",
      valueName: "pattern"))
  var include: [String] = []

  @Option(help: ArgumentHelp("Of folders and archives, pass over files that match.", valueName: "pattern"))
  var exclude: [String] = []

  @Option(help: ArgumentHelp("Column of tables that holds the texts, by name or number.", valueName: "column"))
  var textColumn: String?

  @Option(help: ArgumentHelp("Column that holds the day of publication.", valueName: "column"))
  var dateColumn: String?

  @Option(help: ArgumentHelp("Column that holds the id.", valueName: "column"))
  var idColumn: String?

  @Option(help: ArgumentHelp("Column that holds the title.", valueName: "column"))
  var titleColumn: String?

  @Option(help: ArgumentHelp("Column that holds who published the text.", valueName: "column"))
  var sourceColumn: String?

  @Option(help: ArgumentHelp("Column that holds the address.", valueName: "column"))
  var urlColumn: String?

  @Option(
    help: ArgumentHelp("What stands first in days of tables such as 03/04/2017: dmy or mdy.", valueName: "order"),
    transform: DayOrder.init(argument:))
  var dateOrder: DayOrder?

  @Option(
    help: ArgumentHelp(
      "Keys of JSON for the fields of a text: text=body,published=meta.date.", valueName: "field=key,…"),
    transform: { try FieldMap($0) })
  var map = FieldMap()

  @Option(help: ArgumentHelp("Seconds after which the reading of one PDF file is given up.", valueName: "seconds"))
  var pdfSeconds = ChildProcess.Limits().seconds

  func validate() throws {
    guard pdfSeconds > 0, pdfSeconds <= 86_400 else {
      throw ValidationError("--pdf-seconds takes a number from 1 to 86400, not \(pdfSeconds).")
    }
  }

  func context() throws -> ReadingContext {
    ReadingContext(
      columns: ColumnChoice(
        text: textColumn, date: dateColumn, id: idColumn, title: titleColumn, source: sourceColumn, url: urlColumn,
        dayOrder: dateOrder),
      fields: map, members: MemberFilter(include: include, exclude: exclude),
      pdf: Pdftotext(limits: ChildProcess.Limits(seconds: pdfSeconds)))
  }
}

extension DayOrder {
  fileprivate init(argument: String) throws {
    guard let order = DayOrder(rawValue: argument) else {
      throw ValidationError("--date-order is dmy or mdy, not '\(argument)'.")
    }
    self = order
  }
}
