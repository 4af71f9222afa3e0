/// A file of bytes that is there whole or not at all. Pipes and devices are written straight into.
final class OutputFile {
  let path: String
  private let file: Descriptor
  /// Nil for pipes and devices.
  private let place: FilePlace?

  init(_ path: String) throws(FileFault) {
    self.path = path
    if FileTree.kind(of: path) == .other {
      place = nil
      file = try Descriptor.writingStraight(to: path)
    } else {
      let place = try FilePlace(path)
      file = try Descriptor.creating(place.beside, named: path)
      self.place = place
    }
  }

  func write(_ bytes: [UInt8]) throws(FileFault) { try file.write(bytes) }

  /// Puts the file in its place.
  func commit() throws(FileFault) {
    try file.close()
    try place?.commit()
  }
}
