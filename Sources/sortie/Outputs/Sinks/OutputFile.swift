/// A file of bytes that is there whole or not at all. Pipes and devices are written straight into.
final class OutputFile {
  let path: String
  private let file: Descriptor
  /// Nil for pipes and devices.
  private let place: FilePlace?
  /// Bytes that the file has.
  private var length = 0

  init(_ path: String) throws(FileFault) {
    self.path = path
    if FileTree.kind(of: path) == .other {
      place = nil
      file = try Descriptor.writingStraight(to: path)
    } else {
      let place = try FilePlace(path)
      file = try Descriptor.creating(place.beside, named: path)
      file.lock()
      self.place = place
    }
  }

  /// Goes on with a file that an interrupted run left beside its place.
  /// - Returns: nil where it is not there, or lacks bytes that were written.
  init?(_ path: String, continuing part: OutputPart) throws(FileFault) {
    guard let file = try Descriptor.continuing(part.path, at: part.length, named: path) else { return nil }
    self.path = path
    self.file = file
    place = FilePlace(path, beside: part.path)
    length = part.length
  }

  func write(_ bytes: [UInt8]) throws(FileFault) {
    try file.write(bytes)
    length += bytes.count
  }

  /// The unfinished file as it is on the disk now; nil for pipes and devices.
  func settled() throws(FileFault) -> OutputPart? {
    guard let place else { return nil }
    try file.sync()
    return OutputPart(path: place.beside, length: length)
  }

  /// Leaves the unfinished file to a run that goes on with it.
  func keep() { place?.keep() }

  /// Puts the file in its place.
  func commit() throws(FileFault) {
    try file.close()
    try place?.commit()
  }
}

/// A file that is not whole yet.
struct OutputPart: Hashable, Codable {
  let path: String
  /// The bytes of it that count.
  let length: Int
}
