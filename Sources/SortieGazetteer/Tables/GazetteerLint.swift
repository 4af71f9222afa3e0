/// Things in tables that are no faults of form, but most likely mistakes.
public struct LintFinding: Equatable, Sendable, CustomStringConvertible {
  /// What is likely a mistake.
  public enum Rule: String, CaseIterable, Sendable {
    case duplicateAlias = "duplicate-alias"
    case englishWord = "english-word"
    case outsideCountry = "outside-country"
    case missingSource = "missing-source"
    case notSorted = "not-sorted"
  }

  public let file: String
  /// Counted from 1; columns count UTF-8 bytes.
  public let line, column: Int
  public let rule: Rule
  public let message: String

  public var description: String { "\(file):\(line):\(column): warning: \(message) [\(rule.rawValue)]" }
}

/// Looks tables over.
public enum GazetteerLint {
  /// Findings in the order of tables and lines.
  public static func findings(_ files: [GazetteerFile]) throws(TableErrors) -> [LintFinding] {
    let tables = try SourceTables(files: files)
    let words = Set(tables.englishWords.map { $0.lowercased() })
    var findings: [LintFinding] = []
    for table in Table.allCases {
      let rows = tables[table]
      aliases(rows, table, words, &findings)
      for (row, next) in zip(rows, rows.dropFirst()) where row.file == next.file && next.fields[0] < row.fields[0] {
        findings.append(next.finding(0, .notSorted, "'\(next.fields[0])' stands after '\(row.fields[0])'"))
      }
      for row in rows where row.fields[table.columns.count - 1].trimmed.isEmpty {
        findings.append(row.finding(table.columns.count - 1, .missingSource, "'\(row.fields[0])' names no source"))
      }
    }
    outside(tables[.place], &findings)
    return findings.enumerated().sorted {
      ($0.element.file, $0.element.line, $0.element.column, $0.offset)
        < ($1.element.file, $1.element.line, $1.element.column, $1.offset)
    }.map(\.element)
  }

  /// Aliases that a row need not list, and aliases of places that are English words.
  private static func aliases(
    _ rows: [SourceTables.Row], _ table: Table, _ words: Set<String>, _ findings: inout [LintFinding]
  ) {
    guard let column = table.column("aliases") else { return }
    for row in rows {
      let spellings = ([row.fields[1]] + row.fields[column].listed).map { Spelling($0, in: table) }
      for (position, spelling) in spellings.enumerated().dropFirst() {
        let isFound = spellings.enumerated().contains { other in
          other.offset != position && other.element.finds(spelling)
            && (other.offset < position || !spelling.finds(other.element))
        }
        if isFound {
          findings.append(row.finding(column, .duplicateAlias, "'\(spelling.name)' is found without being listed"))
        }
        if table == .place, spelling.words.count == 1,
          words.contains(String(decoding: spelling.words[0], as: UTF8.self))
        {
          findings.append(row.finding(column, .englishWord, "'\(spelling.name)' is an English word"))
        }
      }
    }
  }

  /// Places far from all others of their country: a slip of digits or a wrong country.
  private static func outside(_ places: [SourceTables.Row], _ findings: inout [LintFinding]) {
    var points: [String: [(latitude: Double, longitude: Double)]] = [:]
    for row in places {
      if let point = point(row) { points[row.fields[7], default: []].append(point) }
    }
    // Where nearly all places of a country lie, widened by a degree or more, all of them do.
    let boxes = points.compactMapValues { points -> (ClosedRange<Double>, ClosedRange<Double>)? in
      guard points.count >= 20 else { return nil }
      return (range(points.map(\.latitude)), range(points.map(\.longitude)))
    }
    for row in places {
      guard let point = point(row), let (latitudes, longitudes) = boxes[row.fields[7]] else { continue }
      if !latitudes.contains(point.latitude) || !longitudes.contains(point.longitude) {
        findings.append(
          row.finding(
            8, .outsideCountry,
            "'\(row.fields[0])' at \(row.fields[8]), \(row.fields[9]) lies outside \(row.fields[7])"))
      }
    }
  }

  private static func point(_ row: SourceTables.Row) -> (latitude: Double, longitude: Double)? {
    guard let latitude = Double(row.fields[8]), let longitude = Double(row.fields[9]) else { return nil }
    return (latitude, longitude)
  }

  private static func range(_ values: [Double]) -> ClosedRange<Double> {
    let sorted = values.sorted()
    let few = max(1, sorted.count / 50)
    let low = sorted[few]
    let high = sorted[sorted.count - 1 - few]
    let margin = max((high - low) * 0.3, 1)
    return low - margin...high + margin
  }
}

/// A name of a row, and in which writings a text is read as it.
private struct Spelling {
  let name: String
  let words: [[UInt8]]
  private let letters: [UInt8]
  private let form: NameForm

  init(_ name: String, in table: Table) {
    let bytes = Array(name.utf8)
    let read = NameLetters(bytes)
    self.name = name
    words = read.folded
    letters = Array(read.folded.joined())
    form = NameForm(name: bytes, table: table, aspect: .name, letters: read)
  }

  /// Whether every text that is read as `other` is read as this name too: no capital is asked for that the other
  /// does without, and a space may stand wherever one stands in the other.
  func finds(_ other: Spelling) -> Bool {
    let demands: NameForm = [.needsCapital, .needsAllCapitals, .refusesSpace]
    return letters == other.letters && words.count >= other.words.count
      && form.intersection(demands).isSubset(of: other.form.intersection(demands))
      && form.contains(.designator) == other.form.contains(.designator)
  }
}

extension SourceTables.Row {
  func finding(_ column: Int, _ rule: LintFinding.Rule, _ message: String) -> LintFinding {
    LintFinding(
      file: file, line: line, column: column < columns.count ? columns[column] : 1, rule: rule, message: message)
  }
}
