import SortieSchema

/// Records in a file of JSON Lines.
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

  /// The records text by text, in the order in which the texts come first; without the words of the texts.
  func results() throws -> [DocumentResult] {
    let bytes = path == "-" ? try FileSource.wholeStandardInput() : try FileTree.read(path)
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
