import SortieSchema

/// One text of the report: what is known of it, what it gave or why nothing, its words, and its records.
struct ArticleMarkup {
  private let result: DocumentResult
  /// From 1.
  private let number: Int
  private let names: OperatorNames
  private let rows: [RecordRow]
  private let groups: [[SlotGroup]]
  private let words: TextMarkup

  init(_ result: DocumentResult, rows: [RecordRow], number: Int, names: OperatorNames) {
    self.result = result
    self.number = number
    self.names = names
    self.rows = rows
    groups = result.records.map { $0.slotGroups(names: names) }
    words = TextMarkup(result, groups: groups)
  }

  func write(into markup: inout Markup) {
    let info = result.document
    markup.open(
      "article",
      [
        "id": "d\(number)", "data-title": info.title ?? info.id, "data-source": info.source,
        "data-published": info.published?.description, "data-records": String(result.records.count),
        "data-coverage": result.records.isEmpty ? Self.reason(result.coverage) : nil,
      ])
    markup.newLine()
    writeHead(into: &markup)
    markup.open("div", ["class": "columns"])
    if result.text.isEmpty {
      markup.element("p", ["class": "text none"], text: "The words of this text are not part of the report.")
    } else {
      writeText(into: &markup)
    }
    let records = self.records
    if !records.isEmpty {
      markup.element("div", ["class": "records"]) { markup in
        for record in records { record.writeCard(into: &markup) }
      }
    }
    markup.close("div")
    if !records.isEmpty { writeTable(of: records, into: &markup) }
    markup.close("article")
    markup.newLine()
  }

  private func writeHead(into markup: inout Markup) {
    let info = result.document
    markup.open("header")
    markup.element("h3", ["dir": "auto"], text: info.title ?? info.id)
    markup.element("p", ["class": "meta"]) { markup in
      var isFirst = true
      func separate(_ markup: inout Markup) {
        if !isFirst { markup.text(" · ") }
        isFirst = false
      }
      if let source = info.source {
        separate(&markup)
        markup.element("bdi", text: source)
      }
      separate(&markup)
      markup.text(info.published.map { "published \($0)" } ?? "day of publication unknown")
      if let url = info.url {
        separate(&markup)
        if Self.isWebAddress(url) {
          markup.element("a", ["href": url, "rel": "noopener noreferrer", "target": "_blank"], text: "source page")
        } else {
          markup.element("bdi", text: url)
        }
      }
      if info.title != nil {
        separate(&markup)
        markup.element("code") { $0.element("bdi", text: info.id) }
      }
    }
    markup.element("p", ["class": "gave"]) { markup in
      let count = result.records.count
      markup.text(count > 0 ? "\(ChartNotes.records(count))" : "No record: \(Self.reason(result.coverage)).")
    }
    for absence in result.absences { write(absence, into: &markup) }
    for finding in result.findings {
      markup.element("p", ["class": "doubt"]) { markup in
        markup.element("bdi", text: finding.message)
        markup.text(" [\(finding.rule)]")
      }
    }
    markup.close("header")
    markup.newLine()
  }

  private func write(_ absence: DocumentResult.StatedAbsence, into markup: inout Markup) {
    let claimant = absence.claimant ?? "the text itself"
    let period = absence.date.map { ReportColumn.date($0).text } ?? "period not told"
    let place = absence.place ?? "place not told"
    markup.element(
      "p", ["class": "absence", "data-who": claimant, "data-when": period, "data-where": place]
    ) { markup in
      markup.text("Absence of strikes stated by ")
      markup.element("bdi", text: claimant)
      markup.text(": ")
      markup.element("bdi", text: period)
      markup.text("; ")
      markup.element("bdi", text: place)
      if let range = TextMarkup.range(absence.start, absence.end, in: result.text) {
        markup.text(" — ")
        markup.element("q", ["dir": "auto"]) { $0.text(result.text[range]) }
      }
    }
  }

  private func writeText(into markup: inout Markup) {
    markup.open("div", ["class": "text", "dir": "auto", "tabindex": "-1"])
    var sentence = 0
    for (index, piece) in words.pieces.enumerated() {
      while sentence < words.sentences.count, words.sentences[sentence].offset <= piece.range.lowerBound {
        let record = words.sentences[sentence].record
        let isFirst = !words.sentences[..<sentence].contains { $0.record == record }
        markup.element(
          "a",
          [
            "class": "badge", "id": isFirst ? "s\(number)-\(record + 1)" : nil, "href": "#r\(number)-\(record + 1)",
            "title": "Record \(record + 1)",
          ], text: String(record + 1))
        sentence += 1
      }
      write(piece, index, into: &markup)
    }
    markup.close("div")
    markup.newLine()
  }

  private func write(_ piece: TextMarkup.Piece, _ index: Int, into markup: inout Markup) {
    let slice = result.text[piece.range]
    guard let kind = piece.kind else { return markup.text(slice) }
    guard let first = piece.cells.first else {
      markup.element("span", ["class": "m idle \(kind.rawValue)", "title": kind.rawValue]) { $0.text(slice) }
      return
    }
    let told = piece.cells.map { "record \(words.cells[$0].record + 1): \(words.cells[$0].kind.rawValue)" }
    markup.element(
      "a",
      [
        "class": "m \(kind.rawValue)", "id": "t\(number)-\(index)", "href": "#\(id(ofCell: first))",
        "data-c": piece.cells.count > 1 ? piece.cells.map(id(ofCell:)).joined(separator: " ") : nil,
        "title": Column.unique(told).joined(separator: "; "),
      ]
    ) { $0.text(slice) }
  }

  private func id(ofCell cell: Int) -> String { "c\(number)-\(cell)" }

  private var records: [RecordMarkup] {
    var cells: [[String: (id: String, words: String)]] = Array(repeating: [:], count: rows.count)
    for (index, cell) in words.cells.enumerated() {
      let first = cell.ranges.map(\.lowerBound).min() ?? 0
      guard let piece = words.pieces.firstIndex(where: { $0.range.lowerBound == first }) else { continue }
      cells[cell.record][cell.pointer] = (id(ofCell: index), "t\(number)-\(piece)")
    }
    let told = Set(words.sentences.map(\.record))
    return rows.indices.map { index in
      RecordMarkup(
        row: rows[index], text: number, number: index + 1, groups: groups[index], names: names, cells: cells[index],
        hasSentence: told.contains(index),
        whole: rows[index].record.partOf.flatMap { id in rows.firstIndex { $0.record.id == id } }.map { $0 + 1 })
    }
  }

  private func writeTable(of records: [RecordMarkup], into markup: inout Markup) {
    markup.element("div", ["class": "scroll"]) { markup in
      markup.element("table", ["class": "rows"]) { markup in
        ReportTable.writeHead(into: &markup)
        markup.element("tbody") { markup in
          for record in records { record.writeRow(into: &markup) }
        }
      }
    }
    markup.newLine()
  }

  /// Only links that lead to a web page: `javascript:` and `data:` are none.
  static func isWebAddress(_ url: String) -> Bool {
    let lower = url.lowercased()
    return lower.hasPrefix("https://") || lower.hasPrefix("http://")
  }

  static func reason(_ coverage: DocumentResult.Coverage) -> String {
    switch coverage {
    case .records: "its records were held back as broken"
    case .noTrigger: "no word of flying or striking"
    case .noAction: "words of flying or striking, but no action that the codebook codes"
    case .statedAbsence: "the text states that there were no strikes"
    case .otherLanguage: "the text is not in English"
    case .duplicate: "the same text stands before; its records are there"
    case .empty: "the text is empty"
    }
  }
}
