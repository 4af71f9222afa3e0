import Testing

@testable import TextScan

/// Bytes read where they stand are those of the array that they were made of.
@Suite struct ConstantBytesTests {
  private let bytes: [UInt8] = [0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x88, 0x99]

  @Test("Numbers are little-endian, at even offsets and at odd ones")
  func numbers() {
    let stored = ConstantBytes(bytes)
    #expect(stored[8] == 0x99)
    #expect(stored.uint16(at: 0) == 0x0201)
    #expect(stored.uint16(at: 7) == 0x9988)
    #expect(stored.uint32(at: 1) == 0x0504_0302)
    #expect(stored.uint64(at: 0) == 0x8807_0605_0403_0201)
    #expect(stored.uint64(at: 1) == 0x9988_0706_0504_0302)
  }

  @Test("A part outlives the whole that it was taken of")
  func parts() {
    let part = { ConstantBytes(bytes)[2..<6] }()
    #expect(part.array == [3, 4, 5, 6])
    #expect(part[1..<3].array == [4, 5])
    #expect(part[4..<4].array.isEmpty)
    #expect(part == ConstantBytes([3, 4, 5, 6]))
    #expect(part != ConstantBytes([3, 4, 5, 7]))
    #expect(part != ConstantBytes([3, 4, 5]))
  }

  @Test("Texts are decoded, and what is no UTF-8 is told")
  func texts() {
    let stored = ConstantBytes(Array("raïd".utf8) + [0xC3])
    #expect(stored.text(0..<5) == "raïd")
    #expect(stored.text(2..<2).isEmpty)
    #expect(stored.isUTF8(0..<5))
    #expect(stored.isUTF8(5..<5))
    #expect(!stored.isUTF8(0..<6))
    #expect(!stored.isUTF8(3..<5))
    #expect(ConstantBytes([]).isUTF8(0..<0))
    #expect(ConstantBytes([]).array.isEmpty)
  }
}
