internal import Expat
internal import ReportText

/// Workbooks of Excel and others (Office Open XML): each sheet is a table like those of comma-separated values.
public enum WorkbookReader: DocumentReader {
  public static let fileExtensions = ["xlsx", "xlsm"]
  public static let kind = "a workbook"
  public static let about = "a workbook: each sheet as a table with a header line and a column of texts"

  public static func recognise(_ opening: Opening) -> Recognition {
    ZIPOpening(opening.bytes)?.isOfficeOpen("xl") == true ? .certain : .impossible
  }

  public static func read(
    _ source: inout any ByteSource, name: String, context: ReadingContext, each: (InputItem) throws -> Void
  ) throws {
    let members = try PackageMembers(source, context: context) { $0.hasPrefix("xl/") && !$0.hasPrefix("xl/media/") }
    let sheets = try WorkbookSheets(members, context)
    let strings = try SharedStrings(members["xl/sharedStrings.xml"], context).values
    let styles = try DateStyles(members["xl/styles.xml"], context)
    var problems: [InputProblem] = []
    var read = 0
    for sheet in sheets.all {
      guard let bytes = members[sheet.part] else { continue }
      let sheetName = sheets.all.count == 1 ? name : "\(name):\(sheet.name)"
      var documents = TableDocuments(name: sheetName, context: context)
      do {
        let rows = try SheetRows(
          bytes, strings: strings, dates: styles.dates, isFrom1904: sheets.isFrom1904, limits: context.limits)
        for row in rows.rows { try documents.add(row, each: each) }
        try documents.finish(each: each)
        read += 1
      } catch let problem as InputProblem {
        // Workbooks have sheets of other things beside that of the texts.
        problems.append(problem)
      }
    }
    if read == 0 { throw problems.first ?? InputProblem.empty }
  }
}

/// The sheets of a workbook, in their order.
private struct WorkbookSheets {
  private(set) var all: [(name: String, part: String)] = []
  private(set) var isFrom1904 = false

  init(_ members: PackageMembers, _ context: ReadingContext) throws {
    var targets: [String: String] = [:]
    if let relations = members["xl/_rels/workbook.xml.rels"] {
      try XMLReading.read(relations, limits: context.limits) { event in
        guard case .start(let name, let attributes) = event, XMLName(name).local == "Relationship",
          let id = attributes["Id"], let target = attributes["Target"]
        else { return }
        targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
      }
    }
    var sheets: [(name: String, part: String)] = []
    var is1904 = false
    try XMLReading.read(try members.required("xl/workbook.xml"), limits: context.limits) { event in
      guard case .start(let name, let attributes) = event else { return }
      if XMLName(name).local == "workbookPr" { is1904 = ["1", "true"].contains(attributes["date1904"] ?? "") }
      guard XMLName(name).local == "sheet" else { return }
      let id = attributes.first { $0.key.hasSuffix("relationships|id") }?.value
      let part = id.flatMap { targets[$0] } ?? "xl/worksheets/sheet\(sheets.count + 1).xml"
      sheets.append((attributes["name"] ?? "\(sheets.count + 1)", part))
    }
    all = sheets
    isFrom1904 = is1904
  }
}

/// The texts that cells refer to by number.
private struct SharedStrings {
  private(set) var values: [[UInt8]] = []

  init(_ bytes: [UInt8]?, _ context: ReadingContext) throws {
    guard let bytes else { return }
    var found: [[UInt8]] = []
    var isText = false
    var phonetic = 0
    try XMLReading.read(bytes, limits: context.limits) { event in
      switch event {
      case .start(let name, _):
        switch XMLName(name).local {
        case "si": found.append([])
        case "t": isText = true
        case "rPh": phonetic += 1
        default: break
        }
      case .end(let name):
        if XMLName(name).local == "t" { isText = false }
        if XMLName(name).local == "rPh" { phonetic -= 1 }
      case .characters(let text, _):
        if isText, phonetic == 0, !found.isEmpty { found[found.count - 1] += text }
      }
    }
    values = found.map(WorkbookText.decoded)
  }
}

/// Which styles of cells show a number as a day.
private struct DateStyles {
  private(set) var dates: Set<Int> = []

  init(_ bytes: [UInt8]?, _ context: ReadingContext) throws {
    guard let bytes else { return }
    // Built-in formats of days and times.
    var dateFormats = Set(14...22).union(27...36).union(45...47).union(50...58)
    var found: Set<Int> = []
    var isCell = false
    var count = 0
    try XMLReading.read(bytes, limits: context.limits) { event in
      switch event {
      case .start(let name, let attributes):
        switch XMLName(name).local {
        case "numFmt":
          if let id = attributes["numFmtId"].flatMap(Int.init), Self.isDate(attributes["formatCode"] ?? "") {
            dateFormats.insert(id)
          }
        case "cellXfs": isCell = true
        case "xf":
          guard isCell else { return }
          if let id = attributes["numFmtId"].flatMap(Int.init), dateFormats.contains(id) { found.insert(count) }
          count += 1
        default: break
        }
      case .end(let name): if XMLName(name).local == "cellXfs" { isCell = false }
      case .characters: break
      }
    }
    dates = found
  }

  /// Whether a format has a year and a day outside of quotes and brackets.
  private static func isDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var letters: Set<Character> = []
    for character in code.lowercased() {
      if character == "\"" { isQuoted.toggle() }
      if character == "[" { isBracketed = true }
      if character == "]" { isBracketed = false }
      if !isQuoted, !isBracketed { letters.insert(character) }
    }
    return letters.contains("y") || letters.contains("d") && letters.contains("m")
  }
}
