import CReportPage

/// The style sheet, the program and the outlines that lie in the binary.
enum PageParts {
  static let style = bytes(of: sortie_report_style)
  static let script = bytes(of: sortie_report_script)
  static let outlines = bytes(of: sortie_report_outlines)

  private static func bytes(of part: sortie_report_part) -> [UInt8] {
    let count = sortie_report_part_size(part)
    var bytes = [UInt8](repeating: 0, count: count)
    sortie_report_part_copy(part, count, &bytes)
    return bytes
  }
}
