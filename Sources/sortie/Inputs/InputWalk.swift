import SortieDocuments
import SortieSchema

/// Goes through inputs text by text, for commands that write as they read, and tells what is wrong with the inputs.
///
/// One input that cannot be read costs no other.
struct InputWalk {
  /// What could not be read, or only in part.
  private(set) var faults = 0
  private let context: ReadingContext
  private var quota = MessageQuota()

  init(_ context: ReadingContext) { self.context = context }

  /// - Parameters:
  ///   - opening: is called before an input is read.
  ///   - each: is called with each text; what it throws ends the walk.
  mutating func run(
    _ list: InputList, opening: (Input) throws -> Void = { _ in },
    each: (SourceDocument, inout InputWalk) throws -> Void
  ) throws {
    for note in list.notes { Messages.note(note) }
    for path in list.repeated { Messages.warning("\(path): given more than once; read once") }
    for fault in list.faults {
      Messages.error(fault)
      faults += 1
    }
    for input in list.inputs {
      quota = MessageQuota()
      do {
        try opening(input)
        try input.read(in: context) { item in
          switch item {
          case .note(let note): Messages.note(note)
          case .problem(let problem): error(problem)
          case .document(let document): try each(document, &self)
          }
        }
      } catch let fault as FileFault where fault.status == .noInput {
        error(fault)
      }
      quota.finish(input: input.name)
    }
  }

  /// What is known of a text; what is wrong with what its input says of it is told.
  mutating func info(of document: SourceDocument, _ defaults: DocumentDefaults) -> DocumentInfo {
    let (info, problem) = defaults.info(of: document)
    if let problem { error(problem) }
    return info
  }

  mutating func error(_ problem: any Error) {
    quota.error(problem)
    faults += 1
  }

  mutating func error(_ problem: String) {
    quota.error(problem)
    faults += 1
  }

  /// Ends the command: nothing was usable, or only a part.
  /// - Parameter texts: how many texts were of use.
  func end(texts: Int) throws {
    guard texts > 0 else { throw ExitStatus.noInput.code }
    if faults > 0 { throw ExitStatus.partial.code }
  }
}
