internal import CTextScan

/// Bytes that never change, read where they stand: those of a file, or those that the program holds itself, of which only
/// the pages are taken up that are looked at.
///
/// Parts of them share their memory. Numbers in them are little-endian.
@safe public struct ConstantBytes: Sendable {
  /// Keeps memory until nobody reads it any more.
  @usableFromInline final class Owner: Sendable {
    let address: UInt

    init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
      let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, count), alignment: 16)
      unsafe fill(memory)
      address = UInt(bitPattern: memory.baseAddress)
    }

    deinit { unsafe UnsafeMutableRawPointer(bitPattern: address)?.deallocate() }
  }

  /// Of the first byte.
  @usableFromInline let address: UInt
  public let count: Int
  /// Nil where the memory is the program's own.
  @usableFromInline let owner: Owner?

  public init(_ bytes: [UInt8]) {
    unsafe self.init(count: bytes.count) { unsafe $0.copyBytes(from: bytes) }
  }

  /// Bytes that are written once, all of them.
  init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
    let owner = unsafe Owner(count: count, fill: fill)
    address = owner.address
    self.count = count
    self.owner = owner
  }

  /// - Parameter start: where `count` bytes stand that are there, and stay as they are, as long as the program runs.
  @unsafe public init(inProgram start: UnsafePointer<UInt8>, count: Int) {
    address = UInt(bitPattern: start)
    self.count = count
    owner = nil
  }

  private init(address: UInt, count: Int, owner: Owner?) {
    self.address = address
    self.count = count
    self.owner = owner
  }

  /// A part of the bytes.
  /// - Precondition: `range` lies within them, as in all below.
  public subscript(range: Range<Int>) -> ConstantBytes {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return ConstantBytes(address: address + UInt(range.lowerBound), count: range.count, owner: owner)
  }

  @inlinable @inline(__always)
  public subscript(offset: Int) -> UInt8 { number(at: offset) }

  @inlinable @inline(__always)
  public func uint16(at offset: Int) -> UInt16 { UInt16(littleEndian: number(at: offset)) }

  @inlinable @inline(__always)
  public func uint32(at offset: Int) -> UInt32 { UInt32(littleEndian: number(at: offset)) }

  @inlinable @inline(__always)
  public func uint64(at offset: Int) -> UInt64 { UInt64(littleEndian: number(at: offset)) }

  @inlinable @inline(__always)
  func number<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int) -> Number {
    precondition(offset >= 0 && offset <= count - MemoryLayout<Number>.size)
    return withExtendedLifetime(owner) {
      unsafe UnsafeRawPointer(bitPattern: address).unsafelyUnwrapped
        .loadUnaligned(fromByteOffset: offset, as: Number.self)
    }
  }

  /// The text of bytes; what is no UTF-8 becomes U+FFFD.
  public func text(_ range: Range<Int>) -> String {
    unsafe withBytes(range) { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Whether bytes are well-formed UTF-8.
  public func isUTF8(_ range: Range<Int>) -> Bool {
    unsafe withBytes(range) { bytes in
      guard let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return true }
      return unsafe text_scan_find_malformed(start, 0, bytes.count, ScanPath.best.code) == bytes.count
    }
  }

  /// A copy of the bytes.
  public var array: [UInt8] { unsafe withBytes(0..<count) { unsafe Array($0) } }

  /// Of the first byte; good for as long as the value is there.
  var start: UnsafePointer<UInt8> { unsafe UnsafePointer(bitPattern: address).unsafelyUnwrapped }

  func withBytes<Result>(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return withExtendedLifetime(owner) {
      let start = unsafe UnsafeRawPointer(bitPattern: address + UInt(range.lowerBound))
      return unsafe body(UnsafeRawBufferPointer(start: start, count: range.count))
    }
  }
}

extension ConstantBytes: Equatable {
  public static func == (left: ConstantBytes, right: ConstantBytes) -> Bool {
    left.count == right.count
      && (unsafe left.withBytes(0..<left.count) { left in
        unsafe right.withBytes(0..<right.count) { right in unsafe left.elementsEqual(right) }
      })
  }
}
