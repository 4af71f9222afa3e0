import Testing

@testable import TextScan

/// The words of many lists are found in one pass, as looking for each by itself finds them.
@Suite struct WordListTableTests {
  private static func last(_ word: WordListTable.Word, in text: [UInt8], _ range: Range<Int>) -> Int32 {
    func isWord(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 }
    let letters = Array(word.letters)
    for start in range.reversed() where start + letters.count <= range.upperBound {
      if word.beginsWord, start > range.lowerBound, isWord(text[start - 1]) { continue }
      if text[start..<start + letters.count].map({ $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }) == letters {
        return Int32(start)
      }
    }
    return -1
  }

  @Test("Each list's last word is found", arguments: 0..<200)
  func finds(seed: Int) {
    var numbers = SeededNumbers(seed)
    func random(_ bound: Int) -> Int { numbers.below(bound) }
    let lists = (0..<1 + random(30)).map { _ in
      (0..<1 + random(5)).map { _ in
        let letters = (0..<3 + random(3)).map { _ in Array("abc1".utf8)[random(4)] }
        return WordListTable.Word(letters[...], beginsWord: random(2) == 0)
      }
    }
    let table = WordListTable(lists)
    var found: [Int32] = []
    for _ in 0..<4 {
      let text = (0..<random(80)).flatMap { _ in Array(["a", "b", "C", "1", " ", "B", "-", "é"][random(8)].utf8) }
      let start = random(text.count + 1)
      let range = start..<start + random(text.count - start + 1)
      let isForeign = table.find(in: text, range, into: &found)
      #expect(isForeign == text[range].contains { $0 >= 0x80 })
      for (number, list) in lists.enumerated() {
        #expect(found[number] == list.map { Self.last($0, in: text, range) }.max() ?? -1)
      }
    }
  }

  @Test("A table without lists finds nothing")
  func empty() {
    var found: [Int32] = [3]
    #expect(!WordListTable([]).find(in: Array("strikes".utf8), 0..<7, into: &found))
    #expect(found.isEmpty)
  }
}
