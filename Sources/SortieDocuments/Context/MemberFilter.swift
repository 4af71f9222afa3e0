/// Which files of folders and archives are read, told by patterns of their paths.
///
/// `*` stands for any letters but `/`, `**` for any letters, `?` for one. A pattern without `/` is compared with the name
/// of the file alone, another one with the path below the folder or archive, from its start.
public struct MemberFilter: Hashable, Sendable {
  /// Where there are any, a file must match one.
  public var include: [String]
  /// A file that matches one is passed over.
  public var exclude: [String]

  public init(include: [String] = [], exclude: [String] = []) {
    self.include = include
    self.exclude = exclude
  }

  /// - Parameter path: below the folder or archive, parts joined by `/`.
  public func passes(_ path: String) -> Bool {
    (include.isEmpty || include.contains { Self.matches(path, $0) }) && !exclude.contains { Self.matches(path, $0) }
  }

  static func matches(_ path: String, _ pattern: String) -> Bool {
    let isPath = pattern.utf8.contains(UInt8(ascii: "/"))
    let name = isPath ? path : path.split(separator: "/").last.map(String.init) ?? path
    return matches(Array(name.unicodeScalars), Array(pattern.unicodeScalars))
  }

  /// Goes back only to the last star, so that no pattern costs more than the product of the lengths.
  private static func matches(_ name: [UnicodeScalar], _ pattern: [UnicodeScalar]) -> Bool {
    var place = 0
    var index = 0
    // Where to go on when the letters behind a star do not fit; the star that may cross `/` is the wider one.
    var star: (pattern: Int, place: Int)?
    var wideStar: (pattern: Int, place: Int)?
    while true {
      if index < pattern.count, pattern[index] == "*" {
        if index + 1 < pattern.count, pattern[index + 1] == "*" {
          index += 2
          // `**/x` is `x` as well.
          if index < pattern.count, pattern[index] == "/" { index += 1 }
          wideStar = (index, place)
          star = nil
        } else {
          index += 1
          star = (index, place)
        }
        continue
      }
      if place == name.count, index == pattern.count { return true }
      if place < name.count, index < pattern.count,
        pattern[index] == name[place] || pattern[index] == "?" && name[place] != "/"
      {
        place += 1
        index += 1
        continue
      }
      if let last = star, last.place < name.count, name[last.place] != "/" {
        star?.place += 1
        place = last.place + 1
        index = last.pattern
      } else if let last = wideStar, last.place < name.count {
        wideStar?.place += 1
        place = last.place + 1
        index = last.pattern
        star = nil
      } else {
        return false
      }
    }
  }
}
