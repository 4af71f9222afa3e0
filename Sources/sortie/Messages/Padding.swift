extension String {
  /// With blanks behind it, for columns of ASCII.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - utf8.count)) }
}
