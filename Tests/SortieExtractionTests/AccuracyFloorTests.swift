import Foundation
import SortieEvaluation
import SortieExtraction
import SortieSchema
import Testing

/// How well a set of texts is read, in the figures that must not fall.
struct Accuracy: Codable, Equatable, Sendable {
  let texts: Int
  let recordF1: Double
  let slotPrecision: Double
  let slotF1: Double
  /// Records given of texts of which gold has none.
  let falseRecords: Int

  /// Figures that are no more than this below what was recorded are as good.
  static let tolerance = 0.001

  init(texts: Int, recordF1: Double, slotPrecision: Double, slotF1: Double, falseRecords: Int) {
    self.texts = texts
    self.recordF1 = recordF1
    self.slotPrecision = slotPrecision
    self.slotF1 = slotF1
    self.falseRecords = falseRecords
  }

  init(_ report: ScoreReport) {
    func rounded(_ share: Double?) -> Double { ((share ?? 0) * 10_000).rounded() / 10_000 }
    self.init(
      texts: report.texts.count, recordF1: rounded(report.records.f1),
      slotPrecision: rounded(report.allSlots.precision), slotF1: rounded(report.allSlots.f1),
      falseRecords: report.falselyRead.reduce(0) { $0 + $1.predictedRecords })
  }

  /// What is worse than it was, in words.
  func faults(against floor: Accuracy) -> [String] {
    let shares = [
      ("record F1", floor.recordF1, recordF1), ("slot precision", floor.slotPrecision, slotPrecision),
      ("slot F1", floor.slotF1, slotF1),
    ]
    var faults = shares.filter { $0.2 < $0.1 - Self.tolerance }.map { "\($0.0) fell from \($0.1) to \($0.2)" }
    if falseRecords > floor.falseRecords {
      faults.append("false records rose from \(floor.falseRecords) to \(falseRecords)")
    }
    return faults
  }

  func change(from floor: Accuracy?) -> String {
    func change(_ name: String, _ value: (Accuracy) -> some CustomStringConvertible) -> String {
      "\(name) \(floor.map { "\(value($0))" } ?? "–") → \(value(self))"
    }
    return [
      change("texts", \.texts), change("record F1", \.recordF1), change("slot precision", \.slotPrecision),
      change("slot F1", \.slotF1), change("false records", \.falseRecords),
    ].joined(separator: ", ")
  }
}

/// The figures that were recorded last, in `accuracy-floors.json` beside this file.
enum AccuracyFloors {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "accuracy-floors.json")

  static let isRecording = ProcessInfo.processInfo.environment["SORTIE_RECORD_FLOORS"] == "1"

  static func read() throws -> [String: Accuracy] {
    try JSONDecoder().decode([String: Accuracy].self, from: Data(contentsOf: file))
  }

  /// Leaves the figures of other texts as they are.
  static func record(_ accuracy: Accuracy, of texts: CodedTexts) throws {
    var all = (try? read()) ?? [:]
    all[texts.rawValue] = accuracy
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try (encoder.encode(all) + Data("\n".utf8)).write(to: file)
  }
}

// One after the other: recording writes one file.
@Suite("Accuracy", .serialized) struct AccuracyFloorTests {
  @Test("Texts are read no worse than before", arguments: CodedTexts.allCases.filter(\.isThere))
  func noWorse(_ coded: CodedTexts) async throws {
    let texts = try coded.texts()
    let accuracy = Accuracy(await score(texts))
    let floor = try? AccuracyFloors.read()[coded.rawValue]
    print("accuracy of \(coded.rawValue): \(accuracy.change(from: floor))")
    if AccuracyFloors.isRecording { try AccuracyFloors.record(accuracy, of: coded) }
    let recorded = try #require(try AccuracyFloors.read()[coded.rawValue])
    #expect(
      accuracy.faults(against: recorded) == [],
      "'sortie score' shows where; where it must be, record anew with SORTIE_RECORD_FLOORS=1")
  }

  @Test("Fixtures and independent texts have gold, and none is both")
  func found() throws {
    let sets = (try CodedTexts.fixtures.texts(), try CodedTexts.independent.texts())
    #expect(sets.0.count >= 100 && sets.1.count >= 200)
    #expect(Set(sets.0.map(\.document.id)).isDisjoint(with: sets.1.map(\.document.id)))
  }

  @Test("A fall by more than the tolerance is a fault, and a rise is none")
  func faults() {
    let floor = Accuracy(texts: 9, recordF1: 0.8, slotPrecision: 0.9, slotF1: 0.7, falseRecords: 2)
    let near = Accuracy(texts: 9, recordF1: 0.7995, slotPrecision: 0.95, slotF1: 0.7, falseRecords: 1)
    let worse = Accuracy(texts: 9, recordF1: 0.7985, slotPrecision: 0.898, slotF1: 0.698, falseRecords: 3)
    #expect(near.faults(against: floor) == [])
    #expect(
      worse.faults(against: floor) == [
        "record F1 fell from 0.8 to 0.7985", "slot precision fell from 0.9 to 0.898", "slot F1 fell from 0.7 to 0.698",
        "false records rose from 2 to 3",
      ])
  }

  /// Reads as many texts at a time as there are processors.
  private func score(_ texts: [CodedTexts.Text]) async -> ScoreReport {
    let records = await withTaskGroup(of: [Sortie].self) { group in
      for text in texts {
        group.addTask { SourceData.extractor.read(text.bytes, document: text.document).records }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    return Scorer().score(gold: texts.map(\.gold), predictions: Predictions(records))
  }
}
