import SortieDocuments

/// The bytes of a file, or of the standard input.
struct FileSource: ByteSource {
  private enum Origin {
    case file(Descriptor)
    case standardInput
  }

  private let origin: Origin
  private var scratch = [UInt8](repeating: 0, count: 1 << 16)

  init(_ path: String) throws(FileFault) { origin = .file(try Descriptor.reading(path)) }

  init() { origin = .standardInput }

  mutating func read(upTo count: Int, onto buffer: inout [UInt8]) throws -> Int {
    switch origin {
    case .file(let file): return try file.read(through: &scratch, onto: &buffer)
    case .standardInput:
      let number = StandardStream.input.number
      let count = try StandardStream.read(number, through: &scratch, path: "standard input")
      buffer.append(contentsOf: scratch[0..<count])
      return count
    }
  }
}

extension FileSource {
  static func wholeStandardInput() throws -> [UInt8] {
    var source = FileSource()
    var bytes: [UInt8] = []
    while try source.read(upTo: 1 << 16, onto: &bytes) > 0 {}
    return bytes
  }
}
