import SortieExport

/// How a file of delimited text is written.
struct DelimitedStyle {
  let delimiter: UInt8
  let hasMark: Bool
  let lineEnd: DelimitedWriter.LineEnd

  init(of bytes: [UInt8]) {
    hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let header = bytes.prefix { $0 != 0x0A }
    lineEnd = header.last == 0x0D ? .crlf : .lf
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].map { byte in
      (byte: byte, count: header.count { $0 == byte })
    }
    delimiter = candidates.max { $0.count < $1.count }?.byte ?? UInt8(ascii: ",")
  }
}
