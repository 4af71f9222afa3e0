#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Why a program gave no answer.
public enum ChildProcessError: Error, Equatable, Sendable, CustomStringConvertible {
  case missing(String)
  /// With the system's `errno`.
  case cannotStart(String, number: Int32)
  case timeOut(seconds: Int)
  /// The exit code, or 128 and the number of a signal; with what the program said on its standard error.
  case failed(status: Int32, message: String)

  public var description: String {
    switch self {
    case .missing(let program): "the program '\(program)' is not installed"
    case .cannotStart(let path, let number):
      "\(path) cannot be started: \(unsafe String(cString: strerror(number)))"
    case .timeOut(let seconds): "the program did not end within \(seconds) seconds"
    case .failed(let status, let message):
      message.isEmpty ? "the program ended with status \(status)" : message
    }
  }
}
