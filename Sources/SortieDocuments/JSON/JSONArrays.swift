/// Finds arrays of objects inside an object.
enum JSONArrays {
  /// A bracket that is not closed yet.
  private struct Open {
    let start: Int
    let isArray: Bool
    var objects: [Range<Int>] = []
  }

  /// The objects of each array, never empty; what lies inside one of these objects is not looked at.
  static func ofObjects(in bytes: [UInt8], _ range: Range<Int>) -> [[Range<Int>]] {
    var found: [[Range<Int>]] = []
    var open: [Open] = []
    var isQuoted = false
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if isQuoted {
        if byte == UInt8(ascii: "\\") { index += 1 } else if byte == UInt8(ascii: "\"") { isQuoted = false }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        open.append(Open(start: index, isArray: byte == UInt8(ascii: "[")))
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]"), let closed = open.popLast() {
        if closed.isArray, !closed.objects.isEmpty {
          // Arrays found since lie inside of this one.
          found.removeAll { $0[0].lowerBound > closed.start }
          found.append(closed.objects)
        } else if !closed.isArray, let last = open.indices.last, open[last].isArray {
          open[last].objects.append(closed.start..<index + 1)
        }
      }
      index += 1
    }
    return found
  }
}
