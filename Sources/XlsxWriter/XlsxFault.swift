internal import CXlsxWriter

/// What libxlsxwriter refused, in its own words.
public struct XlsxFault: Error, Hashable, CustomStringConvertible {
  /// Its number in `enum lxw_error`.
  public let number: Int
  public let description: String

  init(_ error: lxw_error) {
    number = Int(error.rawValue)
    description = unsafe lxw_strerror(error).map { unsafe String(cString: $0) } ?? "error \(error.rawValue)"
  }

  static func check(_ error: lxw_error) throws(XlsxFault) {
    if error != LXW_NO_ERROR { throw XlsxFault(error) }
  }
}
