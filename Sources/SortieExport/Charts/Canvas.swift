/// An SVG drawing in the making. All lengths are pixels at the size in which it is made; x grows to the right, y downwards.
struct Canvas {
  enum Anchor: String, Sendable { case start, middle, end }

  var markup = Markup()

  /// The pixel's tenths are all that can be seen; the same number is always the same text.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let whole = tenths / 10
    let rest = abs(tenths % 10)
    let sign = tenths < 0 && whole == 0 ? "-" : ""
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }

  /// - Parameter detail: said smaller and fainter behind the text.
  mutating func text(
    _ text: String, x: Double, y: Double, size: Double = 12, anchor: Anchor = .start, isBold: Bool = false,
    isFaint: Bool = false, detail: String? = nil, title: String? = nil
  ) {
    markup.element(
      "text",
      [
        "x": Self.number(x), "y": Self.number(y), "font-size": Self.number(size),
        "text-anchor": anchor == .start ? nil : anchor.rawValue, "font-weight": isBold ? "600" : nil,
        "fill": "currentColor", "fill-opacity": isFaint ? ".7" : nil,
      ]
    ) { markup in
      // A name that runs from right to left must not turn the digits beside it.
      markup.element("tspan", ["unicode-bidi": "isolate"], text: text)
      if let detail {
        markup.text(" ")
        markup.element(
          "tspan", ["unicode-bidi": "isolate", "font-size": Self.number(size * 0.85), "fill-opacity": ".7"],
          text: detail)
      }
      if let title { markup.element("title", text: title) }
    }
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, opacity: String = ".18", width: String = "1"
  ) {
    markup.element(
      "line",
      [
        "x1": Self.number(x1), "y1": Self.number(y1), "x2": Self.number(x2), "y2": Self.number(y2),
        "stroke": "currentColor", "stroke-opacity": opacity, "stroke-width": width,
      ], text: "")
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, title: String? = nil
  ) {
    markup.element(
      "rect",
      [
        "x": Self.number(x), "y": Self.number(y), "width": Self.number(width), "height": Self.number(height),
        "fill": fill,
      ]
    ) { markup in if let title { markup.element("title", text: title) } }
  }

  mutating func group(_ attributes: Markup.Attributes, _ content: (inout Canvas) -> Void) {
    markup.open("g", attributes)
    content(&self)
    markup.close("g")
  }

  /// About as wide as the text stands in a sans-serif face.
  static func width(of text: String, size: Double) -> Double { Double(DisplayText.width(of: text)) * size * 0.56 }

  /// The text, cut short with an ellipsis where it would be wider than there is room.
  static func fitted(_ text: String, width room: Double, size: Double) -> String {
    guard width(of: text, size: size) > room else { return text }
    var short = text
    while !short.isEmpty, width(of: short + "…", size: size) > room { short.removeLast() }
    return short + "…"
  }
}

/// Round numbers along an axis that begins at 0.
struct Axis {
  /// The last tick, at or above the greatest value.
  let end: Int
  let step: Int

  /// Steps of 1, 2 or 5 times a power of ten, at most `mostSteps` of them.
  init(to greatest: Int, mostSteps: Int = 5) {
    let greatest = max(1, greatest)
    var power = 1
    var step = 1
    search: while true {
      for factor in [1, 2, 5] {
        let (product, isOver) = power.multipliedReportingOverflow(by: factor)
        step = isOver ? greatest : product
        if isOver || greatest / step < mostSteps { break search }
      }
      power *= 10
    }
    self.step = step
    let (end, isOver) = ((greatest - 1) / step + 1).multipliedReportingOverflow(by: step)
    self.end = isOver ? greatest : end
  }

  var ticks: [Int] { Array(stride(from: 0, through: end, by: step)) }

  /// `12 000`, with a thin space between thousands.
  static func label(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    guard digits.count > 4 else { return String(value) }
    var label = value < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { label += "\u{2009}" }
      label.append(digit)
    }
    return label
  }
}
