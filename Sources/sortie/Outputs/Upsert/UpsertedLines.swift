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
    let records = results.flatMap(\.records)
    var found = KnownRecords(run: records.map(key(of:)), file: try keys(of: old, file: file))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(old.count)
    for (index, line) in old.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 <= 0x20 }) {
      var record = try record(of: line, number: index + 1, file: file)
      if let index = found.take(key(of: record)) {
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
    let added = found.rest
    for index in added {
      records[index].writeJSON(into: &bytes)
      bytes.append(0x0A)
    }
    update.added += added.count
    return bytes
  }

  private static func key(of record: Sortie) -> RecordKey {
    RecordKey(record: record.id, document: record.document.id)
  }

  private static func record(of line: ArraySlice<UInt8>, number: Int, file: String) throws(Fault) -> Sortie {
    do throws(JSONError) {
      return try Sortie(json: JSONValue(parsing: Array(line)))
    } catch {
      throw Fault(file: file, line: number, error: error)
    }
  }

  /// The records of the file are read twice, so that they need not all be held.
  private static func keys(of old: [UInt8], file: String) throws(Fault) -> Set<RecordKey> {
    var keys: Set<RecordKey> = []
    for (index, line) in old.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 <= 0x20 }) {
      keys.insert(key(of: try record(of: line, number: index + 1, file: file)))
    }
    return keys
  }
}
