/// The running hash of a name's folded bytes; what is looked up is `key`.
struct KeyHash: Equatable {
  /// What a key is a key of; the same letters under two purposes are two keys.
  enum Purpose: UInt64 {
    case name = 0x9E37_79B9_7F4A_7C15
    case fold = 0xC2B2_AE3D_27D4_EB4F
    case mid = 0x1656_67B1_9E37_79F9
    case midPrefix = 0xA24B_AED4_963E_E407
    case loose = 0xFF51_AFD7_ED55_8CCD
    case id = 0x27D4_EB2F_1656_67C5
    case englishWord = 0x85EB_CA77_C2B2_AE63
  }

  private(set) var state: UInt64
  private var endedInDigits = false

  init(_ purpose: Purpose) { state = 0xCBF2_9CE4_8422_2325 ^ purpose.rawValue }

  /// Adds the first `count` bytes of a token; two runs of digits are kept apart.
  mutating func add(_ folded: [UInt8], count: Int? = nil, isDigits: Bool = false) {
    if isDigits && endedInDigits { add(0x1F) }
    var state = state
    for index in 0..<(count ?? folded.count) { state = (state ^ UInt64(folded[index])) &* 0x100_0000_01B3 }
    self.state = state
    endedInDigits = isDigits
  }

  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

  var key: UInt64 {
    var mixed = state
    mixed ^= mixed >> 32
    mixed &*= 0xD6E8_FEB8_6659_FD93
    mixed ^= mixed >> 32
    mixed &*= 0xD6E8_FEB8_6659_FD93
    return mixed ^ mixed >> 32
  }

  static func key(_ purpose: Purpose, _ text: some Sequence<UInt8>) -> UInt64 {
    var hash = KeyHash(purpose)
    for byte in text { hash.add(byte) }
    return hash.key
  }
}

/// The first eight folded bytes of a token, by which the words of a text are sifted before any name is tried.
enum FirstToken {
  static func pack(_ folded: [UInt8], count: Int? = nil) -> UInt64 {
    var packed: UInt64 = 0
    for index in 0..<min(count ?? folded.count, 8) { packed = packed << 8 | UInt64(folded[index]) }
    return packed
  }

  @inline(__always)
  static func hash(_ packed: UInt64) -> UInt64 { (packed ^ packed >> 29) &* 0x9E37_79B9_7F4A_7C15 }
}
