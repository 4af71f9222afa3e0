/// The columns of a table that are used, told by the user or by their names.
struct ColumnGuess {
  /// Number of the column from 0.
  private(set) var columns: [DocumentFields.Key: Int] = [:]
  /// The fields of which nobody told the column.
  private var guessed: [DocumentFields.Key] = []
  private let names: [String]

  /// What columns are called in exports of archives and data sets, without blanks and signs; the first is the surest.
  private static let usualNames: [(field: DocumentFields.Key, names: [String])] = [
    (
      .text,
      [
        "text", "fulltext", "body", "bodytext", "content", "articletext", "articlebody", "article", "story", "bulletin",
        "statement", "narrative", "message", "post", "notes", "details", "description", "report", "summary", "abstract",
      ]
    ),
    (
      .published,
      [
        "published", "publicationdate", "publisheddate", "publishedat", "datepublished", "pubdate", "postdate", "date",
        "eventdate", "reportdate", "day", "timestamp", "createdat", "created",
      ]
    ),
    (.id, ["id", "docid", "documentid", "articleid", "eventid", "recordid", "uid", "uuid", "guid", "key"]),
    (.title, ["title", "headline", "subject", "heading"]),
    (.source, ["source", "outlet", "publisher", "agency", "newspaper", "sourcename", "publication"]),
    (.url, ["url", "link", "address", "sourceurl", "href", "permalink"]),
  ]

  /// - Parameters:
  ///   - names: of the columns, as the table writes them.
  ///   - sample: some rows, by which a column of texts is told where no name does.
  init(_ choice: ColumnChoice, names: [String], sample: [[TableCell]]) throws(InputProblem) {
    self.names = names
    let plain = names.map(Self.plain)
    for (field, usual) in Self.usualNames {
      if let wanted = choice[field] {
        guard let column = Self.column(wanted, names) else {
          throw InputProblem.noSuchColumn(wanted, columns: names)
        }
        columns[field] = column
      } else if let column = usual.lazy.compactMap({ plain.firstIndex(of: $0) }).first, !columns.values.contains(column)
      {
        columns[field] = column
        guessed.append(field)
      }
    }
    guard columns[.text] == nil else { return }
    guard let longest = Self.longestColumn(sample, besides: Set(columns.values)) else {
      throw InputProblem.noTextColumn(names)
    }
    columns[.text] = longest
    guessed.insert(.text, at: 0)
  }

  /// Whether these are names of columns, of texts among them.
  static func isHeader(_ names: [String]) -> Bool {
    let plain = names.map(Self.plain)
    let known = usualNames.filter { $0.names.contains { plain.contains($0) } }.map(\.field)
    return known.count >= 2 && known.contains(.text) && !plain.contains("")
  }

  /// What was guessed, and how to say otherwise; nil where nothing was.
  var note: String? {
    guard !guessed.isEmpty else { return nil }
    let words = guessed.compactMap { field in
      columns[field].map { "\(Self.option(field)) '\(name(of: $0))'" }
    }
    return "columns taken by their names: \(words.joined(separator: ", "))"
  }

  /// Rows may have more cells than the header has names.
  private func name(of column: Int) -> String { names.indices.contains(column) ? names[column] : "\(column + 1)" }

  private static func option(_ field: DocumentFields.Key) -> String {
    field == .published ? "--date-column" : "--\(field.rawValue)-column"
  }

  private static func plain(_ name: String) -> String {
    String(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
  }

  private static func column(_ wanted: String, _ names: [String]) -> Int? {
    if let exact = names.firstIndex(of: wanted) { return exact }
    if let alike = names.firstIndex(where: { plain($0) == plain(wanted) && !plain($0).isEmpty }) { return alike }
    guard let number = Int(wanted), names.indices.contains(number - 1) else { return nil }
    return number - 1
  }

  /// The column whose cells are longest, where they are as long as a sentence and made of words.
  private static func longestColumn(_ rows: [[TableCell]], besides taken: Set<Int>) -> Int? {
    var totals: [Int: (length: Int, blanks: Int)] = [:]
    for row in rows {
      for (column, cell) in row.enumerated() where !taken.contains(column) {
        totals[column, default: (0, 0)].length += cell.bytes.count
        totals[column, default: (0, 0)].blanks += cell.bytes.count { $0 == 0x20 }
      }
    }
    let best = totals.max { ($0.value.length, $1.key) < ($1.value.length, $0.key) }
    guard let best, best.value.length >= 40 * rows.count, best.value.blanks * 20 >= best.value.length else {
      return nil
    }
    return best.key
  }
}
