import Foundation
import RecordMaking
import SortieEvaluation
import SortieSchema

extension SeededGenerator {
  /// 0 ..< bound.
  mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}

/// `slot matched spurious missing`, one slot a line, records first.
func figures(_ report: ScoreReport) -> [String] {
  func line(_ name: String, _ tally: Tally) -> String {
    "\(name) \(tally.matched) \(tally.spurious) \(tally.missing)"
  }
  return [line("records", report.records)]
    + Slot.allCases.compactMap { slot in
      report.slots[slot].flatMap { $0.isEmpty ? nil : line(slot.rawValue, $0) }
    }
}

func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

/// Where the figures are recorded anew: the cases are written there for the reference scorer.
let recordingFolder = ProcessInfo.processInfo.environment["SORTIE_RECORD_EVALUATION"]

func record(_ bytes: [UInt8], as path: String) throws {
  guard let recordingFolder else { return }
  let file = URL(fileURLWithPath: recordingFolder).appendingPathComponent(path)
  try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(bytes).write(to: file)
}

/// Writes a JSON value that was read.
func append(_ value: JSONValue, to out: inout [UInt8]) {
  switch value.content {
  case .null: JSONWriter.null(into: &out)
  case .bool(let bool): JSONWriter.bool(bool, into: &out)
  case .integer(let integer): JSONWriter.integer(integer, into: &out)
  case .number(let number): JSONWriter.number(number, into: &out)
  case .string(let string): JSONWriter.string(string, into: &out)
  case .array(let items):
    out.append(UInt8(ascii: "["))
    for item in items {
      JSONWriter.comma(into: &out)
      append(item, to: &out)
    }
    out.append(UInt8(ascii: "]"))
  case .object(let members):
    out.append(UInt8(ascii: "{"))
    for member in members {
      JSONWriter.key(member.key, into: &out)
      append(member.value, to: &out)
    }
    out.append(UInt8(ascii: "}"))
  }
}
