internal import CTextScan

/// How matches of many patterns begin, laid out so that all places of a text at which one may begin are found in one pass.
///
/// A pattern is known by how its matches begin: up to three bytes, each a set of classes, or a mark. Marks are the 64
/// characters from U+E000 on.
public struct StartTable: Sendable {
  /// Classes of bytes: 1 to 26 are the ASCII letters in either case, the others these.
  public static let other: UInt8 = 0
  public static let digit: UInt8 = 27
  public static let space: UInt8 = 28
  /// Begins a mark.
  public static let mark: UInt8 = 29
  /// Any other byte outside ASCII.
  public static let high: UInt8 = 30
  public static let hyphen: UInt8 = 31
  public static let firstMark = 0xE000

  /// Words of 64 patterns.
  let width: Int
  // See `text_scan_starts`.
  private var one: [UInt64]
  private var two: [UInt64]
  private var three: [UInt64]
  private var marks: [UInt64]
  private var rows: [UInt16]
  private var live: [UInt64]
  /// The patterns of which a mark may be among the first three characters, as bits: where marks are put in they may begin
  /// at new places, all others only where they might before.
  public private(set) var atMarks: [UInt64]

  public init(patternCount: Int) {
    width = max(1, (patternCount + 63) / 64)
    one = [UInt64](repeating: 0, count: 4 * 32 * width)
    two = [UInt64](repeating: 0, count: 4 * 32 * 32 * width)
    three = [UInt64](repeating: 0, count: width)
    marks = [UInt64](repeating: 0, count: 64 * width)
    rows = [UInt16](repeating: 0, count: 4 * 32 * 32 * 32)
    live = [UInt64](repeating: 0, count: 4 * 32 * 32 * 32 / 64)
    atMarks = [UInt64](repeating: 0, count: width)
  }

  public static func `class`(of byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: byte & 0x1F
    case 0x30...0x39: digit
    case 0x20, 0x09...0x0D: space
    case 0xEE: mark
    case 0x80...: high
    case UInt8(ascii: "-"): hyphen
    default: other
    }
  }

  /// One way in which matches of a pattern begin.
  public struct Start: Hashable, Sendable {
    /// Classes of the first bytes, as bits; of one to three. Anything may follow.
    public var classes: [UInt32]
    /// Where the first may be a mark, which, by how far they lie behind U+E000.
    public var marks: UInt64
    /// Of a first letter or digit: no letter, digit or underscore stands before it.
    public var beginsWord: Bool
    /// Of a first letter: it is a capital.
    public var isCapital: Bool

    public init(classes: [UInt32] = [], marks: UInt64 = 0, beginsWord: Bool = false, isCapital: Bool = false) {
      self.classes = classes
      self.marks = marks
      self.beginsWord = beginsWord
      self.isCapital = isCapital
    }
  }

  public mutating func add(_ start: Start, pattern: Int) {
    precondition(pattern / 64 < width && !start.classes.isEmpty)
    let (word, bit) = (pattern / 64, UInt64(1) << UInt64(pattern % 64))
    if start.classes[0] >> UInt32(Self.mark) & 1 != 0 {
      for mark in 0..<64 where start.marks >> UInt64(mark) & 1 != 0 { marks[mark * width + word] |= bit }
    }
    if start.classes.contains(where: { $0 >> UInt32(Self.mark) & 1 != 0 }) { atMarks[word] |= bit }
    var depth = start.classes.count
    // Letters of all kinds tell little, and there are too many runs of them.
    while depth > 1, start.classes[depth - 1].nonzeroBitCount > Self.mostClasses { depth -= 1 }
    let (second, third) = (depth > 1 ? start.classes[1] : 0, depth > 2 ? start.classes[2] : 0)
    for first in Bits(start.classes[0] & ~(1 << UInt32(Self.mark))) {
      for kind in Bits(Self.kinds(of: first, start)) {
        if depth == 1 {
          one[(kind << 5 | first) * width + word] |= bit
          for word in 0..<16 { live[(kind << 5 | first) << 4 | word] = .max }
          continue
        }
        for second in Bits(second) {
          let pair = kind << 10 | first << 5 | second
          var isPair = depth == 2
          if !isPair {
            for third in Bits(third) {
              if let row = row(of: pair << 5 | third) {
                three[row * width + word] |= bit
                live[pair >> 1] |= 1 << UInt64((pair & 1) * 32 + third)
              } else {
                isPair = true
              }
            }
          }
          if isPair {
            two[pair * width + word] |= bit
            live[pair >> 1] |= UInt64(UInt32.max) << UInt64((pair & 1) * 32)
          }
        }
      }
    }
  }

  /// The numbers of the bits that are set, in ascending order.
  private struct Bits: Sequence, IteratorProtocol {
    private var rest: UInt32

    init(_ bits: UInt32) { rest = bits }

    mutating func next() -> Int? {
      guard rest != 0 else { return nil }
      defer { rest &= rest - 1 }
      return rest.trailingZeroBitCount
    }
  }

  /// The kinds of places at which a first byte of a class may stand, as bits.
  private static func kinds(of first: Int, _ start: Start) -> UInt32 {
    switch first {
    case 1...26:
      switch (start.beginsWord, start.isCapital) {
      case (true, true): 1 << 3
      case (true, false): 1 << 2 | 1 << 3
      case (false, true): 1 << 1 | 1 << 3
      case (false, false): 1 << 0 | 1 << 1 | 1 << 2 | 1 << 3
      }
    case Int(digit): start.beginsWord ? 1 << 2 : 1 << 0 | 1 << 2
    default: 1 << 0
    }
  }

  /// Sets of more classes count as all.
  private static let mostClasses = 12

  /// The row of three classes, a new one where they have none; nil where there is no room for it.
  private mutating func row(of place: Int) -> Int? {
    if rows[place] == 0 {
      guard three.count / width < Int(UInt16.max) else { return nil }
      rows[place] = UInt16(three.count / width)
      three.append(contentsOf: repeatElement(0, count: width))
    }
    return Int(rows[place])
  }

  // MARK: Searching

  /// Finds the places in the first `count` bytes of a text; in all of it by default.
  /// - Precondition: `count` is no more than the text has.
  public func find(in bytes: [UInt8], count: Int? = nil, into starts: inout Starts) {
    let count = count ?? bytes.count
    precondition(count <= bytes.count)
    starts.found.reserve(count, width)
    starts.any = [UInt64](repeating: 0, count: width)
    guard count > 0 else {
      starts.found.count = 0
      return
    }
    starts.found.count = unsafe withTable { table in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe starts.found.withPlaces { places in
          unsafe starts.any.withUnsafeMutableBufferPointer { any in
            unsafe text_scan_find_starts(table, bytes.baseAddress, count, places, any.baseAddress)
          }
        }
      }
    }
  }

  /// Finds the places in a text that was changed since it was searched last.
  /// - Parameter changes: in order, four numbers each: where a stretch began and ended, and where it does now.
  public func update(_ starts: inout Starts, to bytes: [UInt8], changes: [UInt32]) {
    guard !bytes.isEmpty else { return find(in: bytes, into: &starts) }
    swap(&starts.found, &starts.before)
    starts.found.reserve(bytes.count, width)
    let oldCount = starts.before.count
    starts.found.count = unsafe withTable { table in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe changes.withUnsafeBufferPointer { changes in
          unsafe starts.before.withPlaces { before in
            unsafe starts.found.withPlaces { places in
              unsafe starts.any.withUnsafeMutableBufferPointer { any in
                unsafe text_scan_change_starts(
                  table, bytes.baseAddress, bytes.count, changes.baseAddress, changes.count / 4, before,
                  oldCount, places, any.baseAddress)
              }
            }
          }
        }
      }
    }
  }

  private func withTable<Result>(_ body: (UnsafePointer<text_scan_starts>) -> Result) -> Result {
    unsafe one.withUnsafeBufferPointer { one in
      unsafe two.withUnsafeBufferPointer { two in
        unsafe three.withUnsafeBufferPointer { three in
          unsafe marks.withUnsafeBufferPointer { marks in
            unsafe rows.withUnsafeBufferPointer { rows in
              unsafe live.withUnsafeBufferPointer { live in
                var table = unsafe text_scan_starts(
                  one: one.baseAddress, two: two.baseAddress, three: three.baseAddress, marks: marks.baseAddress,
                  live: live.baseAddress, rows: rows.baseAddress, width: width)
                return unsafe body(&table)
              }
            }
          }
        }
      }
    }
  }
}
