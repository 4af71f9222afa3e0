/// Heads in the manner of mail (RFC 5322), as mail, web archives and HTTP have them: names, colons, folded lines.
struct HeadBlock {
  /// Names in lower case, values unfolded, in their order.
  private(set) var fields: [(name: String, value: [UInt8])] = []
  /// Where the body begins, behind the empty line.
  private(set) var end: Int

  /// Reads from an offset of the bytes up to an empty line or the end.
  init(_ bytes: [UInt8], from start: Int = 0) { self.init(bytes, in: start..<bytes.count) }

  init(_ bytes: [UInt8], in range: Range<Int>) {
    var position = range.lowerBound
    end = range.upperBound
    while position < range.upperBound {
      var lineEnd = position
      while lineEnd < range.upperBound, bytes[lineEnd] != 0x0A { lineEnd += 1 }
      let next = min(lineEnd + 1, range.upperBound)
      var line = bytes[position..<lineEnd]
      if line.last == 0x0D { line.removeLast() }
      position = next
      guard let first = line.first else {
        end = next
        return
      }
      if first == 0x20 || first == 0x09 {
        guard !fields.isEmpty else { continue }
        fields[fields.count - 1].value += [0x20] + line.drop { $0 == 0x20 || $0 == 0x09 }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex {
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
        fields.append((name.trimmingBlanks, Array(value)))
      }
    }
  }

  /// The first value of a name; nil where there is none.
  func bytes(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  subscript(name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self).trimmingBlanks } }
}

extension String {
  /// Without white space of ASCII at either end.
  var trimmingBlanks: String {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !ByteMarks.isBlank($0) }),
      let last = bytes.lastIndex(where: { !ByteMarks.isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}

/// A value with parameters, as heads of mail and HTTP have them: `text/plain; charset="utf-8"`.
struct ParameterizedValue {
  /// In lower case.
  private(set) var value = ""
  /// Names in lower case.
  private(set) var parameters: [String: String] = [:]

  init(_ text: String) {
    var parts: [[UInt8]] = [[]]
    var isQuoted = false
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        isEscaped = false
      } else if isQuoted, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
        continue
      } else if !isQuoted, byte == UInt8(ascii: ";") {
        parts.append([])
        continue
      }
      parts[parts.count - 1].append(byte)
    }
    value = String(decoding: parts[0], as: UTF8.self).trimmingBlanks.lowercased()
    for part in parts.dropFirst() {
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = String(decoding: part[..<equals], as: UTF8.self).trimmingBlanks.lowercased()
      if parameters[name] == nil {
        parameters[name] = String(decoding: part[(equals + 1)...], as: UTF8.self).trimmingBlanks
      }
    }
  }
}
