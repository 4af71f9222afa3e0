/// What the first bytes of a ZIP file tell about the kind of document it is.
struct ZIPOpening {
  /// Names of the members whose heads lie in these bytes, in their order.
  private(set) var names: [String] = []
  /// What a first member `mimetype`, stored as it is, says.
  private(set) var mediaType: String?

  /// Nil where the bytes are no ZIP file.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) else {
      return nil
    }
    var position = 0
    while position + 30 <= bytes.count {
      guard bytes[position..<position + 4].elementsEqual([0x50, 0x4B, 0x03, 0x04]) else {
        position += 1
        continue
      }
      func number(_ offset: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[position + offset + $1]) << (8 * $1) }
      }
      let nameEnd = position + 30 + number(26, 2)
      guard nameEnd <= bytes.count else { break }
      let name = String(decoding: bytes[(position + 30)..<nameEnd], as: UTF8.self)
      let dataStart = nameEnd + number(28, 2)
      let size = number(18, 4)
      if names.isEmpty, name == "mimetype", number(8, 2) == 0, dataStart + size <= bytes.count {
        mediaType = String(decoding: bytes[dataStart..<dataStart + size], as: UTF8.self)
      }
      names.append(name)
      // A size that is told behind the data is 0 here; then the next head is searched for.
      position = dataStart + size
    }
  }

  /// Whether this is an office document in Microsoft's format with parts in a folder of this name.
  func isOfficeOpen(_ folder: String) -> Bool {
    guard let first = names.first else { return false }
    let heads = ["[Content_Types].xml", "_rels/", "docProps/", "\(folder)/", "customXml/"]
    return heads.contains { first.hasPrefix($0) } && names.contains { $0.hasPrefix("\(folder)/") }
  }
}
