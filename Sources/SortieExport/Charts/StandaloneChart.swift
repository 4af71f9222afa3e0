/// The frame of a chart in a file of its own: title, drawing, notes, source.
struct StandaloneChart {
  let title: String
  let notes: [String]
  let source: String

  private static let width = 960.0
  private static let margin = 28.0
  static let innerWidth = width - 2 * margin

  /// - Parameter draw: draws from the upper left corner on.
  func svg(height: Double, draw: (inout Canvas) -> Void) -> [UInt8] {
    let notes =
      self.notes.flatMap { DisplayText.wrapped($0, to: 150) } + DisplayText.wrapped("Source: \(source)", to: 150)
    let top = Self.margin + 34
    let noteTop = top + height + 26
    let total = noteTop + Double(notes.count) * 16 + Self.margin - 12
    var canvas = Canvas()
    let (width, whole) = (Canvas.number(Self.width), Canvas.number(total))
    canvas.markup.open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": width, "height": whole, "viewBox": "0 0 \(width) \(whole)",
        "role": "img", "aria-labelledby": "title desc", "color": "#1a1a1a",
        "font-family": "'Source Sans 3', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif",
      ])
    canvas.markup.element("title", ["id": "title"], text: title)
    canvas.markup.element("desc", ["id": "desc"], text: self.notes.joined(separator: " "))
    Palette.definePatterns(prefix: "s", in: &canvas.markup)
    canvas.rectangle(x: 0, y: 0, width: Self.width, height: total, fill: "#fff")
    canvas.text(title, x: Self.margin, y: Self.margin + 12, size: 20, isBold: true)
    canvas.group(["transform": "translate(\(Canvas.number(Self.margin)) \(Canvas.number(top)))"], draw)
    for (index, note) in notes.enumerated() {
      canvas.text(note, x: Self.margin, y: noteTop + Double(index) * 16, size: 11.5, isFaint: true)
    }
    canvas.markup.close("svg")
    canvas.markup.newLine()
    return canvas.markup.bytes
  }
}
