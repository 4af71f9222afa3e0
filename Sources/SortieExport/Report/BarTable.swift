/// Figures as a table with a bar in each row.
struct BarTable {
  let title: String
  /// Over the names.
  let nameTitle: String
  /// What a click on a name filters the records by: `operator`, or `text` for the search.
  let filter: String
  let measure: Measure
  let bars: [BarChart.Bar]

  func write(into markup: inout Markup) {
    markup.open("table", ["class": "bar by-\(measure.rawValue)"])
    markup.element("caption", text: title)
    markup.element("thead") { markup in
      markup.element("tr") { markup in
        markup.element("th", ["scope": "col"], text: nameTitle)
        markup.element("th", ["scope": "col", "colspan": "2"], text: measure.title)
      }
    }
    markup.element("tbody") { markup in
      if bars.isEmpty {
        markup.element("tr") { $0.element("td", ["colspan": "3"], text: "No record tells a number.") }
      }
      let greatest = bars.filter { !$0.isRemainder }.map(\.figure).max() ?? 1
      for bar in bars { write(bar, greatest: greatest, into: &markup) }
    }
    markup.close("table")
    markup.newLine()
  }

  private func write(_ bar: BarChart.Bar, greatest: Int, into markup: inout Markup) {
    markup.element("tr") { markup in
      markup.element("th", ["scope": "row"]) { markup in
        if bar.isRemainder {
          markup.element("i", text: bar.name)
        } else {
          markup.element("a", ["href": "#records", "data-filter": filter, "data-value": bar.name]) { markup in
            markup.element("bdi", text: bar.name)
          }
        }
        if let detail = bar.detail {
          markup.text(" ")
          markup.element("small") { $0.element("bdi", text: detail) }
        }
      }
      markup.element("td", ["class": "number"], text: Axis.label(bar.figure))
      markup.element("td", ["class": "length", "aria-hidden": "true"]) { markup in
        // What cannot be shared out would dwarf the others.
        if bar.isRemainder { return }
        let length = Double(bar.figure) / Double(max(1, greatest)) * 100
        markup.element("svg", ["viewBox": "0 0 100 10", "preserveAspectRatio": "none"]) { markup in
          markup.element(
            "rect",
            ["width": Canvas.number(max(length, 0.5)), "height": "10", "fill": Palette.single], text: "")
        }
      }
    }
  }
}
