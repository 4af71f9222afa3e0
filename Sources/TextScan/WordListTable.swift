internal import CTextScan

/// Many lists of words, laid out so that one pass over a text finds of which of them it holds a word.
public struct WordListTable: Sendable {
  /// A word: letters and digits of ASCII in lower case, that stand side by side in a text of any case.
  public struct Word: Hashable, Sendable {
    public let letters: ArraySlice<UInt8>
    /// It counts only where no letter or digit stands before it.
    public let beginsWord: Bool

    public init(_ letters: ArraySlice<UInt8>, beginsWord: Bool) {
      self.letters = letters
      self.beginsWord = beginsWord
    }
  }

  /// A shorter word is in too many texts to tell anything.
  public static let shortest = 3

  public let listCount: Int
  // See `text_scan_words`.
  private var live = [UInt64](repeating: 0, count: 1 << 15 / 64)
  private var rows = [UInt16](repeating: 0, count: 1 << 15)
  private var bucketStarts: [UInt32] = [0]
  private var words: [text_scan_word] = []
  private var letters: [UInt8] = []
  private var lists: [UInt16] = []

  /// - Parameter lists: at most 65,535; each of words that have `shortest` to 65,535 letters.
  public init(_ lists: [[Word]]) {
    listCount = lists.count
    var members: [Word: [UInt16]] = [:]
    for (number, list) in lists.enumerated() {
      for word in list {
        precondition(word.letters.count >= Self.shortest && word.letters.allSatisfy { Self.class(of: $0) != 0 })
        members[word, default: []].append(UInt16(number))
      }
    }
    // Buckets in the order of their letters, and so the table the same at each start.
    let sorted = members.map { (place: Self.place(of: $0.key), word: $0.key, lists: $0.value) }.sorted {
      $0.place != $1.place
        ? $0.place < $1.place
        : $0.word.letters.elementsEqual($1.word.letters)
          ? $0.word.beginsWord && !$1.word.beginsWord : $0.word.letters.lexicographicallyPrecedes($1.word.letters)
    }
    var place: Int?
    for entry in sorted {
      if entry.place != place {
        if place != nil { bucketStarts.append(UInt32(words.count)) }
        place = entry.place
        rows[entry.place] = UInt16(bucketStarts.count - 1)
        live[entry.place >> 6] |= 1 << UInt64(entry.place & 63)
      }
      let start = self.lists.count
      self.lists += entry.lists
      words.append(
        text_scan_word(
          letters: UInt32(letters.count), lists: UInt32(start), lists_end: UInt32(self.lists.count),
          length: UInt16(entry.word.letters.count), begins_word: entry.word.beginsWord))
      letters += entry.word.letters
    }
    bucketStarts.append(UInt32(words.count))
  }

  private static func `class`(of byte: UInt8) -> Int {
    switch byte {
    case 0x61...0x7A: Int(byte & 0x1F)
    case 0x30...0x39: 27
    default: 0
    }
  }

  private static func place(of word: Word) -> Int {
    word.letters.prefix(shortest).reduce(0) { $0 << 5 | Self.class(of: $1) }
  }

  /// Where in a range of a text the last word of each list begins; -1 for a list of which it holds none.
  ///
  /// A word with digits may seem to be there where a text has control characters in their place.
  /// - Parameter last: has room for all lists behind the call, whatever it was before.
  /// - Returns: whether the range has bytes outside ASCII.
  /// - Precondition: `range` lies within `text`.
  public func find(in text: [UInt8], _ range: Range<Int>, into last: inout [Int32]) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    if last.count != listCount {
      last = [Int32](repeating: -1, count: listCount)
    } else {
      for index in last.indices { last[index] = -1 }
    }
    guard !range.isEmpty else { return false }
    return unsafe withTable { table in
      unsafe text.withUnsafeBufferPointer { text in
        unsafe last.withUnsafeMutableBufferPointer { last in
          unsafe text_scan_find_words(table, text.baseAddress, range.lowerBound, range.upperBound, last.baseAddress)
        }
      }
    }
  }

  private func withTable<Result>(_ body: (UnsafePointer<text_scan_words>) -> Result) -> Result {
    unsafe live.withUnsafeBufferPointer { live in
      unsafe rows.withUnsafeBufferPointer { rows in
        unsafe bucketStarts.withUnsafeBufferPointer { starts in
          unsafe words.withUnsafeBufferPointer { words in
            unsafe letters.withUnsafeBufferPointer { letters in
              unsafe lists.withUnsafeBufferPointer { lists in
                var table = unsafe text_scan_words(
                  live: live.baseAddress, rows: rows.baseAddress, bucket_starts: starts.baseAddress,
                  words: words.baseAddress, letters: letters.baseAddress, lists: lists.baseAddress)
                return unsafe body(&table)
              }
            }
          }
        }
      }
    }
  }
}
