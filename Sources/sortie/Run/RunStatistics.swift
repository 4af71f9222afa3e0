import SortieExtraction
import SortieSchema

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a run did and how long it took, for `--stats`.
struct RunStatistics {
  /// How many of the slowest texts are named.
  private static let mostSlow = 20

  private struct SlowText {
    let id: String
    let bytes: Int
    let records: Int
    let time: Duration
  }

  private let start = ContinuousClock.now
  private var documents = 0
  private var documentsWithRecords = 0
  private var records = 0
  private var bytes = 0
  private var mentions = 0
  private var busy = Duration.zero
  private var coverage: [DocumentResult.Coverage: Int] = [:]
  /// The slowest first.
  private var slowest: [SlowText] = []
  private let reading: ReadingMeter

  /// - Parameter reading: what the extractor of the run is measured by.
  init(reading: ReadingMeter) { self.reading = reading }

  mutating func add(_ reading: TextReading) {
    let result = reading.result
    documents += 1
    documentsWithRecords += result.records.isEmpty ? 0 : 1
    records += result.records.count
    bytes += result.text.count
    mentions += result.mentions.count
    coverage[result.coverage, default: 0] += 1
    guard let time = reading.time else { return }
    busy += time
    guard slowest.count < Self.mostSlow || time > slowest[slowest.count - 1].time else { return }
    let text = SlowText(
      id: result.document.id, bytes: result.text.count, records: result.records.count, time: time)
    slowest.insert(text, at: slowest.firstIndex { $0.time < time } ?? slowest.count)
    if slowest.count > Self.mostSlow { slowest.removeLast() }
  }

  /// One object; times in seconds, memory and sizes in bytes.
  /// - Parameter tally: that of the whole, with what an interrupted run had done before.
  func json(tally: Tally, read: Int, jobs: Int) -> [UInt8] {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    var out = [UInt8(ascii: "{")]
    func integer(_ key: String, _ value: Int) {
      JSONWriter.key(key, into: &out)
      JSONWriter.integer(value, into: &out)
    }
    func number(_ key: String, _ value: Double) {
      JSONWriter.key(key, into: &out)
      JSONWriter.number((value * 1e6).rounded() / 1e6, into: &out)
    }
    integer("documents", documents)
    integer("documentsBefore", tally.texts - documents)
    integer("documentsWithRecords", documentsWithRecords)
    integer("records", records)
    integer("errors", tally.faults)
    integer("inputBytes", read)
    integer("textBytes", bytes)
    integer("mentions", mentions)
    integer("sentences", reading.sentences)
    integer("triggers", reading.triggers)
    integer("names", reading.names)
    JSONWriter.key("coverage", into: &out)
    out.append(UInt8(ascii: "{"))
    for kind in DocumentResult.Coverage.allCases { integer(kind.rawValue, coverage[kind] ?? 0) }
    out.append(UInt8(ascii: "}"))
    integer("jobs", jobs)
    number("seconds", seconds)
    number("readingSeconds", busy / .seconds(1))
    number("megabytesPerSecond", Double(bytes) / 1e6 / max(seconds, 1e-6))
    integer("peakMemoryBytes", Self.peakMemory)
    func objects<Item>(_ key: String, _ items: [Item], id: (Item) -> String, _ rest: (Item) -> Void) {
      JSONWriter.key(key, into: &out)
      out.append(UInt8(ascii: "["))
      for item in items {
        JSONWriter.comma(into: &out)
        out.append(UInt8(ascii: "{"))
        JSONWriter.key("id", into: &out)
        JSONWriter.string(id(item), into: &out)
        rest(item)
        out.append(UInt8(ascii: "}"))
      }
      out.append(UInt8(ascii: "]"))
    }
    objects("slowest", slowest, id: \.id) { text in
      integer("bytes", text.bytes)
      integer("records", text.records)
      number("seconds", text.time / .seconds(1))
    }
    objects("patterns", reading.patterns, id: \.id) { pattern in
      integer("tried", pattern.tried)
      integer("matched", pattern.matched)
      number("seconds", pattern.time / .seconds(1))
    }
    return out + Array("}\n".utf8)
  }

  private static var peakMemory: Int {
    var usage = rusage()
    #if canImport(Glibc)
      let (this, unit) = (__rusage_who_t(RUSAGE_SELF.rawValue), 1_024)
    #elseif canImport(Musl)
      let (this, unit) = (RUSAGE_SELF, 1_024)
    #else
      let (this, unit) = (RUSAGE_SELF, 1)
    #endif
    guard getrusage(this, &usage) == 0 else { return 0 }
    return Int(usage.ru_maxrss) * unit
  }
}
