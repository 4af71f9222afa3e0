#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The three lines between a program and us; closed when nobody holds them any more.
final class Channels {
  struct Pair {
    let ours: Int32
    let child: Int32
  }

  let input: Pair
  let output: Pair
  let errors: Pair
  private var open: Set<Int32>

  init() throws(ChildProcessError) {
    var made: [Pair] = []
    do throws(ChildProcessError) {
      for _ in 0..<3 { made.append(try Self.pair()) }
    } catch {
      for pair in made { for number in [pair.ours, pair.child] { _ = closeFile(number) } }
      throw error
    }
    input = made[0]
    output = made[1]
    errors = made[2]
    open = Set(made.flatMap { [$0.ours, $0.child] })
    _ = fcntl(input.ours, F_SETFL, O_NONBLOCK)
    #if canImport(Darwin)
      var isOn: Int32 = 1
      _ = unsafe setsockopt(input.ours, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  deinit { for number in open { _ = closeFile(number) } }

  func closeChildEnds() { for pair in [input, output, errors] { close(pair.child) } }

  func close(_ number: Int32) {
    guard open.remove(number) != nil else { return }
    _ = closeFile(number)
  }

  /// Sockets rather than pipes: writing to a program that has ended is an error there and no signal.
  private static func pair() throws(ChildProcessError) -> Pair {
    var numbers: [Int32] = [0, 0]
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    guard unsafe socketpair(AF_UNIX, kind, 0, &numbers) == 0 else { throw .cannotStart("a channel", number: errno) }
    for number in numbers { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
    return Pair(ours: numbers[0], child: numbers[1])
  }
}

/// `close`, out of the way of the method of that name.
private func closeFile(_ number: Int32) -> Int32 { close(number) }

/// Gives a program its input and takes its answer, whichever it is ready for.
struct Conversation {
  private static let longestComplaint = 2_000

  private let channels: Channels
  private let input: [UInt8]
  private var given = 0
  private var isAnswering = true
  private var isComplaining = true
  private var complaintBytes: [UInt8] = []
  private var scratch = [UInt8](repeating: 0, count: 1 << 16)

  init(channels: Channels, input: [UInt8]) {
    self.channels = channels
    self.input = input
  }

  /// What the program said on its standard error, cut to a sane length.
  var complaint: String {
    let lines = String(decoding: complaintBytes, as: UTF8.self).split(separator: "\n")
    return lines.last.map(String.init) ?? ""
  }

  /// Waits for the next thing that can be done, and does it.
  /// - Returns: false when the program has said all.
  mutating func step(
    until deadline: Int, now: Int, limit: Int, each: ([UInt8]) throws -> Void
  ) throws -> Bool {
    guard isAnswering || isComplaining else { return false }
    guard now < deadline else { throw ChildProcessError.timeOut(seconds: limit) }
    var waiting = [
      pollfd(fd: isAnswering ? channels.output.ours : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isComplaining ? channels.errors.ours : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: given >= 0 ? channels.input.ours : -1, events: Int16(POLLOUT), revents: 0),
    ]
    let ready = unsafe poll(&waiting, 3, Int32(min(deadline - now, 60) * 1_000))
    guard ready > 0 else { return true }
    if waiting[2].revents != 0 { give() }
    if waiting[0].revents != 0 {
      let count = receive(channels.output.ours)
      if count > 0 { try each(Array(scratch[..<count])) } else { isAnswering = false }
    }
    if waiting[1].revents != 0 {
      let count = receive(channels.errors.ours)
      if count > 0 { complain(count) } else { isComplaining = false }
    }
    return true
  }

  private mutating func give() {
    var flags: Int32 = 0
    #if !canImport(Darwin)
      flags = Int32(MSG_NOSIGNAL)
    #endif
    let rest = min(input.count - given, 1 << 16)
    let count = unsafe input.withUnsafeBytes { bytes in
      unsafe rest > 0 ? send(channels.input.ours, bytes.baseAddress.map { unsafe $0 + given }, rest, flags) : 0
    }
    if count > 0 { given += count }
    // A program that wants no more of its input may still answer.
    if given == input.count || count < 0 && errno != EAGAIN && errno != EINTR {
      given = -1
      channels.close(channels.input.ours)
    }
  }

  private mutating func receive(_ number: Int32) -> Int {
    var count: Int
    repeat { count = unsafe recv(number, &scratch, scratch.count, 0) } while count < 0 && errno == EINTR
    return count
  }

  private mutating func complain(_ count: Int) {
    complaintBytes += scratch[..<count]
    if complaintBytes.count > Self.longestComplaint {
      complaintBytes.removeFirst(complaintBytes.count - Self.longestComplaint)
    }
  }
}
