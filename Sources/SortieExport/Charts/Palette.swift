/// The colours of series: those of Okabe and Ito, which people with any kind of colour vision tell apart, each with a
/// pattern of its own, so that they are told apart in grey as well.
enum Palette {
  static let colours = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00"]
  /// Everything beyond the series with a colour of their own.
  static let other = "#8C8C8C"
  /// The colour of bars and circles that need no telling apart.
  static let single = "#0072B2"

  /// The fill of a series by its rank.
  /// - Parameter prefix: keeps the ids of several drawings on one page apart.
  static func fill(_ rank: Int, prefix: String) -> String {
    switch rank {
    case 0: colours[0]
    case 1..<colours.count: "url(#\(prefix)-p\(rank))"
    default: other
    }
  }

  /// The fill of what the texts do not tell.
  static func untold(prefix: String) -> String { "url(#\(prefix)-pu)" }

  private static let strokes = [
    "", "M-1 1l2-2M0 8l8-8M7 9l2-2", "M0 4h8", "M4 0v8", "M2 2h.1M6 6h.1", "M0 0l8 8M-1 7l2 2M7-1l2 2",
  ]

  static func definePatterns(prefix: String, in markup: inout Markup) {
    markup.element("defs") { markup in
      for rank in 1..<colours.count {
        pattern(
          id: "\(prefix)-p\(rank)", background: colours[rank], path: strokes[rank], stroke: "#fff", in: &markup)
      }
      pattern(id: "\(prefix)-pu", background: "none", path: strokes[1], stroke: other, in: &markup)
    }
  }

  private static func pattern(
    id: String, background: String, path: String, stroke: String, in markup: inout Markup
  ) {
    markup.element("pattern", ["id": id, "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"]) { markup in
      markup.element("rect", ["width": "8", "height": "8", "fill": background], text: "")
      markup.element(
        "path",
        [
          "d": path, "stroke": stroke, "stroke-width": "1.6", "stroke-linecap": "round", "fill": "none",
          "stroke-opacity": background == "none" ? nil : ".75",
        ], text: "")
    }
  }
}
