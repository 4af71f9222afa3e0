import SortieDocuments

/// An input that cannot be used, apart from what the system says of it.
enum InputFault: EndingError, CustomStringConvertible {
  case missing(String)
  case nothingInFolder(String)

  var status: ExitStatus { .noInput }

  var description: String {
    switch self {
    case .missing(let path): "\(path): no such file or folder"
    case .nothingInFolder(let path): "\(path): no file in this folder is of a kind that is read: \(InputList.endings)"
    }
  }
}

/// One file to read, or the standard input.
struct Input {
  /// As typed; `-` is the standard input.
  let name: String

  /// What the file is, and how that is known.
  func kind() throws -> String {
    // The standard input can be read once only.
    guard name != "-" else { return "the standard input" }
    var source: any ByteSource = try FileSource(name)
    return try DocumentReaders.identify(&source, name: name).description
  }

  /// - Parameter meter: counts what is read.
  func read(in context: ReadingContext, meter: ReadMeter? = nil, each: (InputItem) throws -> Void) throws {
    var source: any ByteSource = name == "-" ? FileSource() : try FileSource(name)
    if let meter { source = MeteredSource(source, meter) }
    try DocumentReaders.read(&source, name: name, context: context) { item in
      guard case .document(let document) = item else { return try each(item) }
      try each(.document(document.inPlainTypography))
    }
  }
}

/// The inputs in the order given, folders opened up.
struct InputList {
  static let endings: String = {
    let all = DocumentReaders.all.flatMap { $0.fileExtensions }.map { ".\($0)" }
    return all.dropLast().joined(separator: ", ") + " or " + (all.last ?? "")
  }()

  /// The kinds of inputs, a line each, for the help.
  static let kinds = DocumentReaders.all.map { reader in
    "  \(reader.fileExtensions.map { ".\($0)" }.joined(separator: " "))\n      \(reader.about)"
  }.joined(separator: "\n")

  private(set) var inputs: [Input] = []
  private(set) var faults: [any Error] = []
  /// Files given more than once, which are read once.
  private(set) var repeated: [String] = []
  /// What folders hold beside inputs, one line a folder.
  private(set) var notes: [String] = []
  private var seen: Set<FileTree.Identity> = []
  private let members: MemberFilter

  init(_ arguments: [String], members: MemberFilter = MemberFilter()) {
    self.members = members
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
      var unreadable: [FileFault] = []
      let files = try FileTree.files(under: folder) { unreadable.append($0) }
      faults += unreadable
      var passedOver = PassedOver()
      var count = 0
      for file in files {
        let path = String(file.dropFirst(folder.hasSuffix("/") ? folder.count : folder.count + 1))
        guard members.passes(path) else { continue }
        guard !members.include.isEmpty || DocumentReaders.forFile(named: file) != nil else {
          passedOver.add(path)
          continue
        }
        count += 1
        add(file)
      }
      if count == 0 { faults.append(InputFault.nothingInFolder(folder)) }
      if count > 0, let note = passedOver.note { notes.append("\(folder): \(note)") }
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
