import SortieExport
import SortieSchema

/// Records in a file of JSON Lines or in the wide table.
struct RecordFile {
  /// A line that is no record.
  struct Fault: EndingError, CustomStringConvertible {
    let file: String
    let position: TextPosition
    let message: String

    var status: ExitStatus { .noInput }
    var description: String { "\(file):\(position): error: \(message)" }
  }

  private let path: String

  /// - Parameter path: `-` is the standard input.
  init(_ path: String) { self.path = path }

  /// What charts draw of the records: those of JSON Lines, or the rows of the wide table as CSV or TSV, which begin with no
  /// brace.
  func chartTotals() throws -> ChartTotals {
    let bytes = try bytes()
    var totals = ChartTotals()
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let words = bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0).drop { $0 <= 0x20 }
    guard let first = words.first, first != UInt8(ascii: "{") else {
      for result in try results(bytes) { totals.add(result) }
      return totals
    }
    let (header, rows) = try CSVRows.table(of: bytes, delimiter: DelimitedStyle(of: bytes).delimiter, file: path)
    let missing = totals.add(columns: header, rows: rows.map { $0.map(CSVRows.plain) })
    guard missing.isEmpty else {
      throw Fault(
        file: path, position: TextPosition(line: 1, column: 1),
        message: "neither JSON Lines nor the wide table: there is no column \(missing.joined(separator: ", "))")
    }
    guard !rows.isEmpty else {
      throw Fault(file: path, position: TextPosition(line: 2, column: 1), message: "the table has no rows")
    }
    return totals
  }

  private func bytes() throws -> [UInt8] {
    path == "-" ? try FileSource.wholeStandardInput() : try FileTree.read(path)
  }

  /// The records text by text, in the order in which the texts come first; without the words of the texts.
  private func results(_ bytes: [UInt8]) throws -> [DocumentResult] {
    var places: [String: Int] = [:]
    var results: [DocumentResult] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      let record: Sortie
      do throws(JSONError) {
        record = try Sortie(json: JSONValue(parsing: Array(line), firstLine: index + 1))
      } catch {
        throw Fault(file: path, position: error.position, message: error.message)
      }
      if let place = places[record.document.id] {
        results[place].records.append(record)
      } else {
        places[record.document.id] = results.count
        results.append(
          DocumentResult(document: record.document, text: [], records: [record], coverage: .records))
      }
    }
    guard !results.isEmpty else {
      throw Fault(file: path, position: TextPosition(line: 1, column: 1), message: "the input is empty")
    }
    return results
  }
}
