import Archive
import Testing

/// A tar archive of members with plain heads, as POSIX writes them.
private func tar(_ members: [(path: String, type: Character, bytes: [UInt8])]) -> [UInt8] {
  var archive: [UInt8] = []
  for member in members {
    var head = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at offset: Int) {
      head.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
    }
    put(member.path, at: 0)
    put("0000644", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    let size = String(member.bytes.count, radix: 8)
    put(String(repeating: "0", count: 11 - size.utf8.count) + size, at: 124)
    put("00000000000", at: 136)
    put("        ", at: 148)
    put(String(member.type), at: 156)
    if member.type == "2" { put("elsewhere", at: 157) }
    put("ustar\u{0}00", at: 257)
    let sum = String(head.reduce(0) { $0 + Int($1) }, radix: 8)
    put(String(repeating: "0", count: 6 - sum.utf8.count) + sum + "\u{0} ", at: 148)
    archive += head + member.bytes
    archive += [UInt8](repeating: 0, count: (512 - member.bytes.count % 512) % 512)
  }
  return archive + [UInt8](repeating: 0, count: 1024)
}

private func reader(
  _ bytes: [UInt8], _ content: ArchiveReader.Content = .archive, chunk: Int = 700
) throws -> ArchiveReader {
  var position = 0
  return try ArchiveReader(content) { buffer in
    let end = min(position + chunk, bytes.count)
    buffer = Array(bytes[position..<end])
    position = end
  }
}

@Suite struct ArchiveReaderTests {
  @Test("Members come in their order, with their kind and bytes", arguments: [1, 700, 100_000])
  func members(chunk: Int) throws {
    let text = Array(String(repeating: "raid ", count: 300).utf8)
    let reader = try reader(
      tar([("notes/", "5", []), ("notes/raid.txt", "0", text), ("link", "2", []), ("empty.txt", "0", [])]), chunk: chunk
    )
    var seen: [ArchiveEntry] = []
    var read: [Int: [UInt8]] = [:]
    while let entry = try reader.nextEntry() {
      seen.append(entry)
      while try reader.read(upTo: 64, onto: &read[seen.count - 1, default: []]) > 0 {}
    }
    #expect(seen.map(\.path) == ["notes/", "notes/raid.txt", "link", "empty.txt"])
    #expect(seen.map(\.kind) == [.folder, .file, .link, .file])
    #expect(seen.allSatisfy { !$0.isEncrypted })
    #expect(read[1] == text)
    #expect(read[3] == [])
  }

  @Test("An archive that is cut off is an error, after what came before it")
  func cutOff() throws {
    let whole = tar([("a.txt", "0", Array("raid".utf8)), ("b.txt", "0", [UInt8](repeating: 65, count: 2000))])
    let reader = try reader(Array(whole[..<2000]))
    #expect(try reader.nextEntry()?.path == "a.txt")
    #expect(try reader.nextEntry()?.path == "b.txt")
    var bytes: [UInt8] = []
    #expect(throws: ArchiveError.self) { while try reader.read(upTo: 4096, onto: &bytes) > 0 {} }
  }

  @Test("Bytes that are no archive are an error")
  func noArchive() throws {
    #expect(throws: ArchiveError.self) {
      _ = try reader(Array("Jets struck a depot near Palmyra on Thursday.".utf8)).nextEntry()
    }
  }

  @Test("What the source of the bytes throws comes back")
  func thrown() throws {
    struct Gone: Error {}
    let error = #expect(throws: (any Error).self) {
      let reader = try ArchiveReader(.archive) { _ in throw Gone() }
      _ = try reader.nextEntry()
    }
    #expect(error is Gone)
  }
}
