#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

enum XlsxText {
  /// The text without what XML 1.0 cannot hold in any form, and with `_x005F_` where it would read as an escape of
  /// Excel itself. Nearly every text is given back as it is.
  static func writable(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 != 0 && $0 != 0xEF && $0 != UInt8(ascii: "_") }
    if isPlain { return text }
    let bytes = Array(text.utf8)
    var written: [UInt8] = []
    written.reserveCapacity(bytes.count + 8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0 {
        written += replacement
      } else if bytes[index] == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
        written += replacement
        index += 2
      } else {
        written.append(bytes[index])
        if isEscape(bytes, at: index) { written += "x005F_".utf8 }
      }
      index += 1
    }
    return String(decoding: written, as: UTF8.self)
  }

  /// The text as it stands between quotes in a formula.
  static func quotesDoubled(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let replacement: [UInt8] = Array("\u{FFFD}".utf8)

  /// Whether `_xHHHH_` stands here.
  private static func isEscape(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "_"), index + 6 < bytes.count, bytes[index + 1] | 0x20 == UInt8(ascii: "x"),
      bytes[index + 6] == UInt8(ascii: "_")
    else { return false }
    return bytes[index + 2..<index + 6].allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
    }
  }

  /// The texts as the list of C strings, ended by a null, that the library takes.
  static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = unsafe texts.map { unsafe strdup($0) }
    defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
    var list = unsafe copies + [nil]
    return unsafe list.withUnsafeMutableBufferPointer { buffer in
      // The list has at least its null.
      unsafe body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }
}

extension String {
  /// Some structures of the library hold their texts as `char *`, though it only reads them.
  func withMutableCString<Result>(_ body: (UnsafeMutablePointer<CChar>) -> Result) -> Result {
    unsafe withCString { unsafe body(UnsafeMutablePointer(mutating: $0)) }
  }
}
