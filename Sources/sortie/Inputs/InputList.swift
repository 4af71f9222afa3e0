import SortieDocuments

/// An input that cannot be used, apart from what the system says of it.
enum InputFault: EndingError, CustomStringConvertible {
  case missing(String)
  case nothingInFolder(String)

  var status: ExitStatus { .noInput }

  var description: String {
    switch self {
    case .missing(let path): "\(path): no such file or folder"
    case .nothingInFolder(let path): "\(path): no file in this folder ends in \(InputList.endings)"
    }
  }
}

/// One file to read, or the standard input.
struct Input {
  /// As typed; `-` is the standard input.
  let name: String

  func read(each: (InputItem) throws -> Void) throws {
    guard name != "-" else {
      var source: any ByteSource = FileSource()
      return try DocumentReaders.readUnnamed(&source, name: name, each: each)
    }
    var source: any ByteSource = try FileSource(name)
    if let reader = DocumentReaders.forFile(named: name) {
      try reader.read(&source, name: name, each: each)
    } else {
      try DocumentReaders.readUnnamed(&source, name: name, each: each)
    }
  }
}

/// The inputs in the order given, folders opened up.
struct InputList {
  static let endings: String = {
    let all = DocumentReaders.all.flatMap { $0.fileExtensions }.map { ".\($0)" }
    return all.dropLast().joined(separator: ", ") + " or " + (all.last ?? "")
  }()

  private(set) var inputs: [Input] = []
  private(set) var faults: [any Error] = []
  /// Files given more than once, which are read once.
  private(set) var repeated: [String] = []
  private var seen: Set<FileTree.Identity> = []

  init(_ arguments: [String]) {
    for argument in arguments {
      guard argument != "-" else {
        if inputs.contains(where: { $0.name == "-" }) { repeated.append(argument) } else { add(argument) }
        continue
      }
      switch FileTree.kind(of: argument) {
      case .folder: addFolder(argument)
      case .file, .other: add(argument)
      case nil: faults.append(InputFault.missing(argument))
      }
    }
  }

  private mutating func addFolder(_ folder: String) {
    do throws(FileFault) {
      let files = try FileTree.files(under: folder, endings: DocumentReaders.all.flatMap { $0.fileExtensions })
      if files.isEmpty { faults.append(InputFault.nothingInFolder(folder)) }
      for file in files { add(file) }
    } catch {
      faults.append(error)
    }
  }

  private mutating func add(_ path: String) {
    if path != "-", FileTree.kind(of: path) == .file, let identity = FileTree.identity(of: path),
      !seen.insert(identity).inserted
    {
      repeated.append(path)
      return
    }
    inputs.append(Input(name: path))
  }
}
