/// Finds the lines at the edges of pages that belong to no text: running heads and feet, page numbers.
struct RunningHeads {
  /// So much of a page's height at either end may hold them.
  private static let edge = 0.12

  /// A line at an edge as it returns on other pages: figures count as equal.
  private struct Edge: Hashable {
    let isTop: Bool
    let pattern: [UInt8]
    /// In steps of eight points, since heads stand at the same height.
    let height: Int
  }

  private var counts: [Edge: Int] = [:]
  private let pageCount: Int

  init(_ pages: [PDFPage]) {
    pageCount = pages.count
    for page in pages {
      var seen: Set<Edge> = []
      for line in page.lines {
        // Neighbouring steps are counted too: a height may lie next to the border of a step.
        for edge in Self.edges(line, page) where seen.insert(edge).inserted { counts[edge, default: 0] += 1 }
      }
    }
  }

  func contains(_ line: PDFLine, of page: PDFPage) -> Bool {
    guard let edge = Self.edges(line, page).first else { return false }
    if Self.isPageNumber(edge.pattern) { return true }
    return counts[edge, default: 0] >= (pageCount == 2 ? 2 : 3)
  }

  private static func edges(_ line: PDFLine, _ page: PDFPage) -> [Edge] {
    let isTop = line.bottom < page.height * edge
    guard page.height > 0, isTop || line.top > page.height * (1 - edge) else { return [] }
    let pattern = pattern(line.words)
    let step = Int((line.top / 8).rounded())
    return [step, step - 1, step + 1].map { Edge(isTop: isTop, pattern: pattern, height: $0) }
  }

  /// The letters in lower case, each run of figures as one `#`.
  private static func pattern(_ words: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in words {
      if (0x30...0x39).contains(byte) {
        if result.last != UInt8(ascii: "#") { result.append(UInt8(ascii: "#")) }
      } else {
        result.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    return result
  }

  /// `#`, `- # -`, `page # of #`, `# / #`.
  private static func isPageNumber(_ pattern: [UInt8]) -> Bool {
    guard pattern.contains(UInt8(ascii: "#")), pattern.count <= 16 else { return false }
    let words = pattern.split { !(0x61...0x7A).contains($0) && $0 < 0x80 }
    return words.allSatisfy { ["page", "of", "p", "pg"].contains(String(decoding: $0, as: UTF8.self)) }
  }
}
