import ArgumentParser
import SortieGazetteer
import SortieSchema

/// `sortie validate`: records against their form and the rules.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check records for form and sense.",
    discussion: """
      Reads JSON Lines, one record a line, as written by 'sortie extract --format jsonl'. A record that breaks the form, \
      or a rule of severity error, makes the exit code 1; a doubtful one is a warning and does not.

      EXAMPLES:
        sortie validate records.jsonl
        sortie extract reports/ --format jsonl | sortie validate -
      """)

  @Argument(help: ArgumentHelp("A file of records, or - for the standard input.", valueName: "records.jsonl"))
  var records: String

  @Flag(help: "Print no warnings and no summary.")
  var quiet = false

  @OptionGroup(title: "Data")
  var data: DataOptions

  func run() throws {
    var lines: [(number: Int, bytes: [UInt8])] = []
    let bytes = records == "-" ? try FileSource.wholeStandardInput() : try FileTree.read(records)
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      lines.append((index + 1, Array(line)))
    }
    guard !lines.isEmpty else {
      Messages.write("\(records):1:1: error: the input is empty")
      throw ExitStatus.noInput.code
    }

    var read: [(line: Int, record: Sortie)] = []
    var errors = 0
    var warnings = 0
    for line in lines {
      do throws(JSONError) {
        let value = try JSONValue(parsing: line.bytes, firstLine: line.number)
        read.append((line.number, try Sortie(json: value)))
      } catch {
        Messages.write("\(records):\(error.position): error: \(error.message)")
        errors += 1
      }
    }
    let siblings = Dictionary(grouping: read.map(\.record)) { $0.document.id }
    let operators = OperatorTable(try data.loadGazetteer())
    for (line, record) in read {
      let context = ValidationContext(
        siblings: siblings[record.document.id] ?? [], operatorFlies: { operators.flies($0, $1) })
      for finding in SortieSchema.validate(record, in: context) {
        let isError = finding.severity == .error
        if isError { errors += 1 } else { warnings += 1 }
        if isError || !quiet {
          Messages.write("\(records):\(line):1: \(finding.severity.rawValue): \(finding.message) [\(finding.rule)]")
        }
      }
    }
    if !quiet { Messages.note("\(lines.count) records, \(errors) errors, \(warnings) warnings") }
    if errors > 0 { throw ExitStatus.failed.code }
  }
}
