/// Tells how two tables differ, cell by cell.
enum TableDifference {
  private static let mostShown = 12

  /// One message a cell, `file:line:column: error: …`; the column is that of the table. Empty where the bytes are equal.
  static func lines(expected: [UInt8], actual: [UInt8], file: String) -> [String] {
    guard expected != actual else { return [] }
    let (old, new): ([[String: String]], [[String: String]])
    do throws(CSVRows.Fault) {
      old = try CSVRows.read(expected, file: file)
      new = try CSVRows.read(actual, file: file)
    } catch {
      return ["\(error)"]
    }
    let header = actual.prefix { $0 != 0x0A }
    guard header == expected.prefix(while: { $0 != 0x0A }) else {
      return ["\(file):1:1: error: the columns are others now"]
    }
    let columns = header.split(separator: 0x2C).map { String(decoding: $0, as: UTF8.self) }
    var messages: [String] = []
    if old.count != new.count {
      messages.append("\(file):1:1: error: \(old.count) records expected, \(new.count) read")
    }
    for (row, (was, now)) in zip(old, new).enumerated() {
      for (number, column) in columns.enumerated() where was[column] != now[column] {
        messages.append(
          "\(file):\(row + 2):\(number + 1): error: \(column): expected '\(was[column] ?? "")', read '\(now[column] ?? "")'"
        )
      }
    }
    for row in new.indices.dropFirst(old.count) {
      messages.append("\(file):\(row + 2):1: error: not expected: \(new[row]["evidence"] ?? "")")
    }
    for row in old.indices.dropFirst(new.count) {
      messages.append("\(file):\(row + 2):1: error: not read: \(old[row]["evidence"] ?? "")")
    }
    if messages.isEmpty { messages.append("\(file):1:1: error: the bytes are others now") }
    if messages.count > mostShown {
      messages = messages.prefix(mostShown) + ["\(file):1:1: error: \(messages.count - mostShown) more differences"]
    }
    return messages
  }
}
