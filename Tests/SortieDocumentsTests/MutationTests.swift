import Foundation
import RecordMaking
import SortieDocuments
import SortieSchema
import Testing

@Suite("Mutated inputs")
struct MutationTests {
  /// Files made from a sample; `SORTIE_MUTATIONS` asks for more.
  private static let count = ProcessInfo.processInfo.environment["SORTIE_MUTATIONS"].flatMap(Int.init) ?? 40

  /// Gives the page layout of a PDF file, which is mutated like the files themselves.
  private struct Layout: PDFTextProgram {
    let bytes: [UInt8]
    func text(of pdf: [UInt8], pages: Int, each: ([UInt8]) throws -> Void) throws { try each(bytes) }
  }

  @Test("A file that was mutated is read or refused, and what is read leads back into it")
  func mutated() throws {
    let names = try Samples.names
    let samples = try names.map { try Samples.bytes(of: $0) }
    var read = 0
    for (index, name) in names.enumerated() {
      var random = SeededGenerator(seed: UInt64(index))
      for number in 0..<Self.count {
        let bytes = random.mutation(of: samples[index], others: samples)
        let context = ReadingContext(
          limits: InputLimits(wholeBytes: 8 << 20, expandedBytes: 4 << 20), pdf: Layout(bytes: bytes))
        // A reader that throws anything but what the caller threw fails the test, a trap ends it.
        let reading = try Reading(bytes, named: name, context: context)
        read += reading.documents.count
        for document in reading.documents {
          #expect(!document.id.isEmpty, "\(name), mutation \(number)")
          guard let map = document.sourceMap else { continue }
          #expect(map.textCount == document.text.count, "\(name), mutation \(number)")
          let place = map.location(of: 0..<document.text.count)
          guard place.part == nil, document.id.hasPrefix(name), !document.id.dropFirst(name.count).hasPrefix("/"),
            !name.contains(".gz"), let range = place.bytes
          else { continue }
          #expect(range.lowerBound >= 0 && range.upperBound <= bytes.count, "\(name), mutation \(number)")
        }
      }
    }
    #expect(read > names.count)
  }
}

extension SeededGenerator {
  /// A copy with some bytes changed, left out, doubled, or taken from another file.
  fileprivate mutating func mutation(of sample: [UInt8], others: [[UInt8]]) -> [UInt8] {
    var bytes = sample
    for _ in 0..<Int.random(in: 1...8, using: &self) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &self)
      let end = min(bytes.count, start + Int.random(in: 1...32, using: &self))
      switch Int.random(in: 0..<7, using: &self) {
      case 0: bytes[start] = UInt8.random(in: 0...255, using: &self)
      case 1: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      case 2: bytes.removeSubrange(start..<end)
      case 3: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 4: bytes.removeSubrange(end...)
      case 5:
        let other = others[Int.random(in: 0..<others.count, using: &self)]
        guard !other.isEmpty else { continue }
        let place = Int.random(in: 0..<other.count, using: &self)
        bytes.insert(contentsOf: other[place..<min(other.count, place + 64)], at: start)
      default:
        let odd: [[UInt8]] = [
          [0], [0xFF, 0xFF, 0xFF, 0xFF], Array("99999999999".utf8), Array("<".utf8), Array("{{{".utf8),
          [0xEF, 0xBB, 0xBF],
        ]
        bytes.insert(contentsOf: odd[Int.random(in: 0..<odd.count, using: &self)], at: start)
      }
    }
    return bytes
  }
}
