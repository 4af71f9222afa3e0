/// The page around the texts.
enum ReportPage {
  private static let title = "Air operations as these texts tell them"

  static func begin(into markup: inout Markup) {
    markup.verbatim(Array("<!DOCTYPE html>\n".utf8))
    markup.open("html", ["lang": "en"])
    markup.element("head") { markup in
      markup.open("meta", ["charset": "utf-8"])
      markup.open(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": ContentPolicy.content(style: PageParts.style, script: PageParts.script),
        ])
      markup.open("meta", ["name": "referrer", "content": "no-referrer"])
      markup.open("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      markup.open("meta", ["name": "color-scheme", "content": "light dark"])
      markup.element("title", text: title)
      markup.open("style")
      markup.verbatim(PageParts.style)
      markup.close("style")
    }
    markup.newLine()
    markup.open("body")
    markup.element("a", ["class": "skip", "href": "#records"], text: "To the records")
    markup.element("header", ["class": "page"]) { markup in
      markup.element("h1", text: title)
      markup.element(
        "p", ["class": "lead"],
        text: "Each record says what a text claims and who says so; none says what happened. Every cell leads to the "
          + "words that it was read from.")
      markup.element("nav", ["aria-label": "Parts of the report"]) { markup in
        for (id, name) in [("overview", "Overview"), ("records", "Records"), ("texts", "Texts")] {
          markup.element("a", ["href": "#\(id)"], text: name)
        }
      }
    }
    markup.open("main")
    writeTable(into: &markup)
    markup.open("section", ["id": "texts", "aria-labelledby": "texts-title"])
    markup.element("h2", ["id": "texts-title"], text: "Texts")
    markup.element("div", ["id": "coverage"], text: "")
    writeLegend(into: &markup)
    markup.open("div", ["id": "articles"])
    markup.newLine()
  }

  static func end(_ summary: ReportSummary, names: OperatorNames, into markup: inout Markup) {
    markup.close("div")
    markup.close("section")
    markup.newLine()
    summary.write(into: &markup, names: names)
    markup.close("main")
    markup.element("footer", ["class": "page"]) { summary.writeProvenance(into: &$0) }
    markup.open("script")
    markup.verbatim(PageParts.script)
    markup.close("script")
    markup.close("body")
    markup.close("html")
    markup.newLine()
  }

  /// The table of all records, which the page's program fills with the rows of the texts.
  private static func writeTable(into markup: inout Markup) {
    markup.element("section", ["id": "records", "aria-labelledby": "records-title"]) { markup in
      markup.element("h2", ["id": "records-title"], text: "Records")
      markup.element(
        "noscript", text: "This view runs no scripts: the records stand with their texts below, one table a text.")
      markup.element("div", ["id": "filters"], text: "")
      markup.element("div", ["class": "scroll", "id": "table", "hidden": ""]) { markup in
        markup.element("table", ["class": "rows"]) { markup in
          markup.element("caption", ["class": "unseen"], text: "All records")
          ReportTable.writeHead(into: &markup)
          markup.element("tbody", text: "")
        }
      }
    }
    markup.newLine()
  }

  private static func writeLegend(into markup: inout Markup) {
    markup.element("p", ["class": "legend"]) { markup in
      markup.text("Highlights: ")
      for kind in HighlightKind.allCases {
        markup.element("span", ["class": "m \(kind.rawValue)"], text: kind.rawValue)
        markup.text(" ")
      }
      markup.element("span", ["class": "m idle"], text: "found, but in no cell")
      markup.text(" ")
      markup.element("span", ["class": "badge"], text: "1")
      markup.text(" sentence of record 1")
    }
  }
}
