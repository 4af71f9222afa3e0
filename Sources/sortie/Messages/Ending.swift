import ArgumentParser

/// How the program ends.
enum ExitStatus: Int32, Sendable {
  case done = 0
  case failed = 1
  case partial = 2
  case usage = 64
  case noInput = 65
  case cannotWrite = 73
  /// 128 and the number of SIGINT, as shells have it.
  case interrupted = 130

  /// What ends a command whose messages are printed already.
  var code: ExitCode { ExitCode(rawValue) }
}

/// An error that knows how the program ends with it.
protocol EndingError: Error {
  var status: ExitStatus { get }
}

enum Ending {
  /// Ends the program where it stands, with all done.
  static func done() -> Never { SortieCommand.exit(withError: ExitStatus.done.code) }

  static func end(with error: any Error) -> Never {
    let code = SortieCommand.exitCode(for: error)
    if let error = error as? any EndingError {
      Messages.error(error)
      SortieCommand.exit(withError: error.status.code)
    }
    if error is ExitCode { SortieCommand.exit(withError: error) }
    if code == .success {
      // Help, or the version.
      SortieCommand.exit(withError: error)
    }
    if code == .validationFailure {
      let message = SortieCommand.message(for: error)
      let usage = SortieCommand.fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false)
      Messages.error(message)
      // The usage line and the hint at the help follow the message.
      for line in usage.drop(while: { !$0.hasPrefix("Usage:") }) { Messages.write(String(line)) }
      SortieCommand.exit(withError: ExitStatus.usage.code)
    }
    Messages.error(error)
    SortieCommand.exit(withError: ExitStatus.noInput.code)
  }
}
