/// The head of a table of records.
enum ReportTable {
  static let titles = ["Date"] + ReportColumn.all.map(\.title) + ["Who says so", "Status", "Confidence", "Text"]

  static func writeHead(into markup: inout Markup) {
    markup.element("thead") { markup in
      markup.element("tr") { markup in
        for title in titles { markup.element("th", ["scope": "col"], text: title) }
      }
    }
  }
}
