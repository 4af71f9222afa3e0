/// Why a database cannot be written.
enum SQLiteFault: Error, CustomStringConvertible {
  case notOurs(path: String)
  case otherVersion(path: String, found: Int, expected: Int)
  case refused(path: String, message: String)

  var description: String {
    switch self {
    case .notOurs(let path): "\(path): is a database of something else; it is left as it is"
    case .otherVersion(let path, let found, let expected):
      "\(path): has tables of form \(found), this program writes form \(expected); write to a new file"
    case .refused(let path, let message): "\(path): cannot write: \(message)"
    }
  }
}
