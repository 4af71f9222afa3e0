import ReportText

/// The fields of one row, with where each began.
struct DelimitedRow: Equatable, Sendable {
  var fields: [String] = []
  /// Column in bytes, counted from 1, of each field.
  var columns: [Int] = []
  var line = 0
}

/// Reads CSV (RFC 4180) rows with positions: BOM, CRLF and quoted line breaks are accepted.
enum DelimitedRows {
  static func read(_ file: GazetteerFile) -> (rows: [DelimitedRow], errors: [TableError]) {
    var reader = Reader(file: file)
    reader.run()
    return (reader.rows, reader.errors)
  }

  private struct Reader {
    let file: GazetteerFile
    var rows: [DelimitedRow] = []
    var errors: [TableError] = []

    mutating func fail(_ line: Int, _ column: Int, _ problem: TableError.Problem) {
      errors.append(TableError(file: file.name, line: line, column: column, problem: problem))
    }

    mutating func run() {
      let text = file.text
      var index = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var lineStart = index
      var line = 1
      var row = DelimitedRow(line: 1)
      while index < text.count {
        let fieldLine = line
        let column = index - lineStart + 1
        var field: [UInt8] = []
        if text[index] == 0x22 {
          index += 1
          var closed = false
          while index < text.count {
            let byte = text[index]
            if byte == 0x22 {
              if index + 1 < text.count, text[index + 1] == 0x22 {
                index += 1
              } else {
                closed = true
                index += 1
                break
              }
            }
            if byte == 0x0A {
              line += 1
              lineStart = index + 1
            }
            field.append(byte)
            index += 1
          }
          if !closed {
            fail(fieldLine, column, .unclosedQuote)
            return
          }
          if index < text.count, ![0x2C, 0x0A, 0x0D].contains(text[index]) {
            fail(line, index - lineStart + 1, .textAfterQuote)
          }
        }
        while index < text.count, text[index] != 0x2C, text[index] != 0x0A {
          field.append(text[index])
          index += 1
        }
        let endsRow = index >= text.count || text[index] == 0x0A
        if endsRow, field.last == 0x0D { field.removeLast() }
        append(field, to: &row, line: fieldLine, column: column)
        if endsRow {
          finish(&row)
          line += 1
          index += 1
          lineStart = index
          row = DelimitedRow(line: line)
        } else {
          index += 1
          if index >= text.count {  // a comma at the very end: one more empty field
            append([], to: &row, line: line, column: index - lineStart + 1)
            finish(&row)
          }
        }
      }
    }

    private mutating func append(_ field: [UInt8], to row: inout DelimitedRow, line: Int, column: Int) {
      if let value = String(validating: field, as: UTF8.self) {
        row.fields.append(value)
      } else {
        fail(line, column, .notUTF8)
        row.fields.append(String(decoding: field, as: UTF8.self))
      }
      row.columns.append(column)
    }

    /// Empty lines are no rows.
    private mutating func finish(_ row: inout DelimitedRow) {
      if row.fields != [""] { rows.append(row) }
    }
  }
}
