import BundledData
import Foundation
import Testing

@Suite struct BundledDataTests {
  @Test("The program holds the compiled data byte for byte")
  func sameBytes() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/CBundledData/compiled.bin")
    let written = [UInt8](try Data(contentsOf: file))
    let bytes = BundledData.bytes
    #expect(bytes.count == written.count && bytes.count > 0)
    #expect((0..<bytes.count).allSatisfy { bytes[$0] == written[$0] })
  }
}
