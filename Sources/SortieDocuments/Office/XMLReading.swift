internal import Expat

/// The name of an element without its namespace, and the namespace.
struct XMLName {
  let space: Substring
  let local: Substring

  init(_ name: String) {
    if let bar = name.utf8.lastIndex(of: UInt8(ascii: "|")) {
      space = name[..<bar]
      local = name[name.index(after: bar)...]
    } else {
      space = ""
      local = name[...]
    }
  }
}

enum XMLReading {
  /// Reads XML that is in memory, in an encoding that Expat knows: UTF-8, UTF-16, ASCII, Latin-1.
  /// - Throws: `InputProblem` where it is no XML, is nested too deep or declares entities; what `each` threw.
  /// - Parameter isUTF8: whether the bytes are in UTF-8, whatever they declare; offsets of events are theirs.
  static func read(
    _ bytes: [UInt8], isUTF8: Bool = false, limits: InputLimits, each: @escaping (XMLEvent) throws -> Void
  ) throws {
    var depth = 0
    do {
      let parser = try XMLParser(isUTF8: isUTF8) { event in
        switch event {
        case .start:
          depth += 1
          guard depth <= limits.xmlDepth else { throw InputProblem.tooDeep(limit: limits.xmlDepth) }
        case .end: depth -= 1
        case .characters: break
        }
        try each(event)
      }
      // Expat counts bytes in 32 bits.
      for start in stride(from: 0, to: bytes.count, by: 1 << 24) {
        try parser.parse(Array(bytes[start..<min(bytes.count, start + 1 << 24)]))
      }
      try parser.finish()
    } catch let error as XMLError {
      throw InputProblem.damaged("\(error.message), line \(error.line), column \(error.column)")
    }
  }

  /// XML in UTF-8, out of any encoding that it declares: feeds of the region come in many.
  static func decoded(_ bytes: [UInt8]) -> DecodedText {
    DecodedText(bytes, declared: declaredEncoding(bytes) ?? "utf-8")
  }

  /// `windows-1251` of `<?xml version="1.0" encoding="windows-1251"?>`.
  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(200)
    guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let words = String(decoding: head[..<end], as: UTF8.self)[...]
    guard let name = words.range(ofText: "encoding") else { return nil }
    let rest = words[name.upperBound...].drop { $0 != "\"" && $0 != "'" }.dropFirst()
    return String(rest.prefix { $0 != "\"" && $0 != "'" })
  }
}
