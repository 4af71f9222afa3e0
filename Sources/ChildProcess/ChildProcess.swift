#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Runs another program over bytes, within bounds of time, memory and output.
///
/// The program gets its input on the standard input and gives its answer on the standard output; it is killed, with all
/// that it started, when it breaks a bound or when its answer is not wanted any more.
@safe public struct ChildProcess: Sendable {
  public struct Limits: Hashable, Sendable {
    /// From the start to the end of the answer.
    public var seconds: Int
    /// Address space, where the system can bound it (Linux).
    public var memoryBytes: Int

    public init(seconds: Int = 120, memoryBytes: Int = 2 << 30) {
      self.seconds = seconds
      self.memoryBytes = memoryBytes
    }
  }

  /// The program's file.
  public let path: String
  public let arguments: [String]
  public let limits: Limits

  /// - Parameter folders: where to look for the program, such as the value of `PATH`, parted by colons.
  /// - Throws: `ChildProcessError.missing`.
  public init(
    _ program: String, arguments: [String], in folders: String, limits: Limits = Limits()
  ) throws(ChildProcessError) {
    let places = folders.split(separator: ":").map { "\($0)/\(program)" }
    guard let path = places.first(where: { (unsafe access($0, X_OK)) == 0 }) else { throw .missing(program) }
    self.path = path
    self.arguments = arguments
    self.limits = limits
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - input: all that the program gets.
  ///   - each: takes the answer piece by piece; what it throws ends the program.
  /// - Throws: `ChildProcessError`, or what `each` threw.
  public func run(input: [UInt8], each: ([UInt8]) throws -> Void) throws {
    let channels = try Channels()
    var child = try start(with: channels)
    channels.closeChildEnds()
    var talk = Conversation(channels: channels, input: input)
    let deadline = Self.now + limits.seconds
    do {
      while try talk.step(until: deadline, now: Self.now, limit: limits.seconds, each: each) {}
    } catch {
      child.kill()
      throw error
    }
    // A program that closed its output may still hang.
    while !child.hasEnded() {
      guard Self.now < deadline else {
        child.kill()
        throw ChildProcessError.timeOut(seconds: limits.seconds)
      }
      usleep(2_000)
    }
    guard child.status == 0 else {
      throw ChildProcessError.failed(status: child.status, message: talk.complaint)
    }
  }

  private static var now: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec)
  }

  private func start(with channels: Channels) throws(ChildProcessError) -> Child {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, channels.input.child, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, channels.output.child, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, channels.errors.child, 2)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that what the program starts can be ended with it.
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    unsafe posix_spawnattr_setpgroup(&attributes, 0)

    // The shell bounds the memory, which spawning cannot; where its system has no such bound it goes on without.
    let command = ["/bin/sh", "-c", "ulimit -v \(limits.memoryBytes >> 10) 2>/dev/null; exec \"$0\" \"$@\"", path]
    var words: [UnsafeMutablePointer<CChar>?] = unsafe (command + arguments).map { unsafe strdup($0) }
    defer { while let word = unsafe words.popLast() { unsafe free(word) } }
    unsafe words.append(nil)
    var number = pid_t()
    let status = unsafe posix_spawn(&number, command[0], &actions, &attributes, words, environ)
    guard status == 0 else { throw .cannotStart(path, number: status) }
    return Child(number: number)
  }
}

/// A started program that has to be waited for.
private struct Child {
  let number: pid_t
  /// As shells tell it: the exit code, or 128 and the number of the signal.
  private(set) var status: Int32 = -1
  private var isOver = false

  init(number: pid_t) { self.number = number }

  mutating func hasEnded() -> Bool {
    isOver || wait(WNOHANG)
  }

  mutating func kill() {
    guard !isOver else { return }
    _ = signal(-number, SIGKILL)
    _ = wait(0)
  }

  private mutating func wait(_ options: Int32) -> Bool {
    var word: Int32 = 0
    var result: pid_t
    repeat { result = unsafe waitpid(number, &word, options) } while result < 0 && errno == EINTR
    guard result != 0 else { return false }
    isOver = true
    status = word & 0x7F == 0 ? (word >> 8) & 0xFF : 128 + (word & 0x7F)
    return true
  }
}

/// `kill`, out of the way of the method of that name.
private func signal(_ number: pid_t, _ what: Int32) -> Int32 { kill(number, what) }
