import SortieExport
import SortieSchema

/// A file of JSON Lines brought up to date.
enum UpsertedLines {
  struct Fault: EndingError, CustomStringConvertible {
    let file: String
    let line: Int
    let error: JSONError

    var status: ExitStatus { .noInput }
    var description: String { "\(file):\(line):\(error.position.column): error: \(error.message)" }
  }

  static func merge(
    _ old: [UInt8], file: String, with results: [DocumentResult], into update: inout Update
  ) throws(Fault) -> [UInt8] {
    var found: [RecordKey: Int] = [:]
    let records = results.flatMap(\.records)
    for (index, record) in records.enumerated() {
      found[RecordKey(record: record.id, document: record.document.id)] = index
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(old.count)
    for (index, line) in old.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 <= 0x20 }) {
      var record: Sortie
      do throws(JSONError) {
        record = try Sortie(json: JSONValue(parsing: Array(line)))
      } catch {
        throw Fault(file: file, line: index + 1, error: error)
      }
      if let index = found.removeValue(forKey: RecordKey(record: record.id, document: record.document.id)) {
        records[index].writeJSON(into: &bytes)
        update.replaced += 1
      } else if update.documents.contains(record.document.id) {
        if !record.findings.contains(where: { $0.rule == WithdrawnRecords.rule }) {
          record.findings.append(WithdrawnRecords.finding)
        }
        record.writeJSON(into: &bytes)
        update.withdrawn += 1
      } else {
        bytes.append(contentsOf: line)
        update.kept += 1
      }
      bytes.append(0x0A)
    }
    let added = found.values.sorted()
    for index in added {
      records[index].writeJSON(into: &bytes)
      bytes.append(0x0A)
    }
    update.added += added.count
    return bytes
  }
}
