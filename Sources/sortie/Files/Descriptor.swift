#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the system said when a file could not be used.
struct FileFault: EndingError, CustomStringConvertible {
  let path: String
  let action: String
  /// The system's `errno`.
  let number: Int32
  let status: ExitStatus

  init(_ action: String, _ path: String, number: Int32 = errno, status: ExitStatus = .noInput) {
    self.path = path
    self.action = action
    self.number = number
    self.status = status
  }

  var description: String { "\(path): cannot \(action): \(String(cString: strerror(number)))" }
}

/// An open file of the system, closed when nobody holds it any more.
final class Descriptor {
  private let number: Int32
  private let path: String
  private var isOpen = true

  private init(_ number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  deinit { if isOpen { _ = closeFile(number) } }

  static func reading(_ path: String) throws(FileFault) -> Descriptor {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw FileFault("read", path) }
    return Descriptor(number, path: path)
  }

  /// Makes a file that must not be there yet.
  static func creating(_ path: String, named target: String) throws(FileFault) -> Descriptor {
    let number = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw FileFault("write", target, status: .cannotWrite) }
    return Descriptor(number, path: target)
  }

  /// Opens a file that an earlier run left unfinished, cuts it to its first `length` bytes and goes on behind them.
  ///
  /// Nil where it is not there or shorter than that.
  static func continuing(_ path: String, at length: Int, named target: String) throws(FileFault) -> Descriptor? {
    let number = open(path, O_WRONLY | O_CLOEXEC)
    guard number >= 0 else {
      if errno == ENOENT { return nil }
      throw FileFault("write", target, status: .cannotWrite)
    }
    let file = Descriptor(number, path: target)
    guard file.lock() else { throw FileFault("write", target, number: EBUSY, status: .cannotWrite) }
    var info = stat()
    guard fstat(number, &info) == 0, Int(info.st_size) >= length else { return nil }
    guard ftruncate(number, off_t(length)) == 0, lseek(number, off_t(length), SEEK_SET) == off_t(length) else {
      throw FileFault("write", target, status: .cannotWrite)
    }
    return file
  }

  /// Whether a file is there that no run writes.
  static func isUnused(_ path: String) throws(FileFault) -> Bool {
    let number = open(path, O_WRONLY | O_CLOEXEC)
    guard number >= 0 else {
      if errno == ENOENT { return false }
      throw FileFault("write", path, status: .cannotWrite)
    }
    return Descriptor(number, path: path).lock()
  }

  /// Opens what is no ordinary file, such as a pipe or a terminal.
  static func writingStraight(to path: String) throws(FileFault) -> Descriptor {
    let number = open(path, O_WRONLY | O_CLOEXEC)
    guard number >= 0 else { throw FileFault("write", path, status: .cannotWrite) }
    return Descriptor(number, path: path)
  }

  /// Appends at most `scratch.count` bytes to `buffer`.
  /// - Returns: how many; 0 at the end.
  func read(through scratch: inout [UInt8], onto buffer: inout [UInt8]) throws(FileFault) -> Int {
    let count = try StandardStream.read(number, through: &scratch, path: path)
    buffer.append(contentsOf: scratch[0..<count])
    return count
  }

  func write(_ bytes: [UInt8]) throws(FileFault) { try StandardStream.write(bytes, to: number, path: path) }

  /// Shows other runs, as long as the file is open, that somebody writes it.
  /// - Returns: false where another run does.
  @discardableResult
  func lock() -> Bool { flock(number, LOCK_EX | LOCK_NB) == 0 }

  /// Waits until what was written is on the disk.
  func sync() throws(FileFault) {
    guard fsync(number) == 0 else { throw FileFault("write", path, status: .cannotWrite) }
  }

  func close() throws(FileFault) {
    isOpen = false
    // Some file systems tell only now that a disk is full.
    guard closeFile(number) == 0 else { throw FileFault("write", path, status: .cannotWrite) }
  }
}

/// `close`, out of the way of the method of that name.
private func closeFile(_ number: Int32) -> Int32 { close(number) }

/// The three streams that every program has.
enum StandardStream {
  case input, output, error

  var number: Int32 {
    switch self {
    case .input: 0
    case .output: 1
    case .error: 2
    }
  }

  var isTerminal: Bool { isatty(number) == 1 }

  /// Columns of the terminal; nil where there is none.
  var width: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  func write(_ bytes: [UInt8]) throws(FileFault) {
    try Self.write(bytes, to: number, path: self == .output ? "standard output" : "standard error")
  }

  static func read(_ number: Int32, through scratch: inout [UInt8], path: String) throws(FileFault) -> Int {
    while true {
      // A signal may reach another thread, or this one right before it reads: a pipe is not waited for in the read.
      guard hasInput(number) else {
        if Interruption.isRequested { throw Interruption.fault(path) }
        continue
      }
      let count = systemRead(number, &scratch)
      if count >= 0 { return count }
      guard errno == EINTR else { throw FileFault("read", path) }
      if Interruption.isRequested { throw Interruption.fault(path) }
    }
  }

  static func write(_ bytes: [UInt8], to number: Int32, path: String) throws(FileFault) {
    var rest = bytes
    while !rest.isEmpty {
      let count = systemWrite(number, rest)
      if count == rest.count { return }
      if count > 0 {
        rest.removeFirst(count)
      } else if errno != EINTR {
        throw FileFault("write", path, status: .cannotWrite)
      }
    }
  }
}

/// Whether a read would come back at once, with bytes, the end or an error. It is waited for a fifth of a second.
private func hasInput(_ number: Int32) -> Bool {
  var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
  let ready = poll(&request, 1, 200)
  return ready > 0 || ready < 0 && errno != EINTR
}

private func systemRead(_ number: Int32, _ scratch: inout [UInt8]) -> Int {
  let count = scratch.count
  return read(number, &scratch, count)
}

private func systemWrite(_ number: Int32, _ bytes: [UInt8]) -> Int { write(number, bytes, bytes.count) }
