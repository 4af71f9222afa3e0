import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Lets a run that is interrupted put away what it has done; interrupted again, it ends at once.
///
/// Signals come to the program as a whole, so what notes them belongs to no value.
enum Interruption {
  private static let signalNumber = Atomic<Int32>(0)

  static var isRequested: Bool { signalNumber.load(ordering: .relaxed) != 0 }

  /// From now on Ctrl-C and a polite kill are noted instead of ending the program.
  static func watch() {
    // What the handler needs has to be there before it: it may not make anything.
    guard !isRequested else { return }
    var watched = sigset_t()
    _ = sigemptyset(&watched)
    for number in [SIGINT, SIGTERM] {
      _ = sigaddset(&watched, number)
      // Without SA_RESTART, so that a read that waits for a pipe comes back.
      var action = sigaction()
      #if canImport(Glibc)
        action.__sigaction_handler.sa_handler = { Interruption.note($0) }
      #elseif canImport(Musl)
        action.__sa_handler.sa_handler = { Interruption.note($0) }
      #else
        action.__sigaction_u.__sa_handler = { Interruption.note($0) }
      #endif
      _ = sigaction(number, &action, nil)
    }
    // Programs that are started by threads of a pool begin with signals blocked.
    _ = pthread_sigmask(SIG_UNBLOCK, &watched, nil)
  }

  private static func note(_ number: Int32) {
    signalNumber.store(number, ordering: .relaxed)
    _ = signal(number, SIG_DFL)
  }

  static func fault(_ path: String) -> FileFault {
    FileFault("read", path, number: EINTR, status: .interrupted)
  }
}
