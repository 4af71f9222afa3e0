/// One line on the terminal that says how far a run has come. Elsewhere nothing is ever written.
struct ProgressLine {
  private static let interval = Duration.milliseconds(200)
  /// Short runs show none.
  private static let patience = Duration.seconds(1)

  private let start = ContinuousClock.now
  private var due: ContinuousClock.Instant
  private var isShown = false

  /// Nil where nobody would see it.
  init?(isQuiet: Bool) {
    guard !isQuiet, StandardStream.error.isTerminal else { return nil }
    due = start + Self.patience
  }

  mutating func update(_ tally: Tally, meter: ReadMeter) {
    let now = ContinuousClock.now
    guard now >= due else { return }
    due = now + Self.interval
    let text = Self.text(tally, read: meter.read, of: meter.total, after: now - start)
    let width = StandardStream.error.width ?? 80
    Messages.raw("\r\(text.prefix(max(0, width - 1)))\u{1B}[K")
    isShown = true
  }

  /// Clears the line, so that messages stand on lines of their own.
  mutating func hide() {
    guard isShown else { return }
    Messages.raw("\r\u{1B}[K")
    isShown = false
  }

  /// `12,340 texts, 48.1 of 1,056.0 MB, 24.0 MB/s, 812 records, 0:42 left`.
  /// - Parameters:
  ///   - total: bytes that there are to read; nil where nobody knows.
  static func text(_ tally: Tally, read: Int, of total: Int?, after time: Duration) -> String {
    let seconds = max(0.001, time / .seconds(1))
    let speed = Double(read) / seconds
    var parts = [
      "\(grouped(tally.texts)) \(tally.texts == 1 ? "text" : "texts")",
      tenths(Double(read) / 1e6) + (total.map { " of \(tenths(Double($0) / 1e6))" } ?? "") + " MB",
      "\(tenths(speed / 1e6)) MB/s",
      "\(grouped(tally.records)) \(tally.records == 1 ? "record" : "records")",
    ]
    if let total, read > 0, read <= total { parts.append("\(clock(Double(total - read) / speed)) left") }
    return parts.joined(separator: ", ")
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(grouped(tenths / 10)).\(tenths % 10)"
  }

  private static func grouped(_ value: Int) -> String {
    let digits = String(value)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// `m:ss`, with hours where there are any.
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 3_600_000).rounded(.up))
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    let (hours, minutes) = (whole / 3_600, whole / 60 % 60)
    return (hours > 0 ? "\(hours):\(two(minutes))" : String(minutes)) + ":\(two(whole % 60))"
  }
}
