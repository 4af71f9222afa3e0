internal import Expat

/// One line of a page with where it stands, in points from the upper left corner.
struct PDFLine {
  var words: [UInt8] = []
  var left = 0.0
  var right = 0.0
  var top = 0.0
  var bottom = 0.0
  /// Lines of a block are set close together; blocks of a page are counted from 0.
  var block = 0

  var height: Double { bottom - top }
}

/// One page as `pdftotext -bbox-layout` tells it, lines in reading order: column after column.
struct PDFPage {
  var height = 0.0
  var lines: [PDFLine] = []
}

/// Reads the XHTML that `pdftotext -bbox-layout` writes.
final class PDFLayout {
  private(set) var pages: [PDFPage] = []
  private(set) var title = ""
  /// As the file says it: `2016-11-18T09:30:00+03`.
  private(set) var created: String?
  private(set) var author: String?

  private enum Place { case none, title, word }

  private let limit: Int
  private var size = 0
  private var place = Place.none
  private var word: [UInt8] = []
  private var block = 0

  /// - Parameter limit: bytes of text beyond which the file is not read.
  init(limit: Int) { self.limit = limit }

  func take(_ event: XMLEvent) throws {
    switch event {
    case .start(let name, let attributes): start(Self.local(name), attributes)
    case .end(let name): end(Self.local(name))
    case .characters(let bytes, _):
      switch place {
      case .none: return
      case .title: title += String(decoding: bytes, as: UTF8.self)
      case .word:
        size += bytes.count
        guard size <= limit else { throw InputProblem.tooLarge(limit: limit) }
        word += bytes
      }
    }
  }

  private func start(_ name: Substring, _ attributes: [String: String]) {
    func number(_ key: String) -> Double { Self.points(attributes[key]) }
    switch name {
    case "title": place = .title
    case "meta":
      if attributes["name"] == "CreationDate" { created = attributes["content"] }
      if attributes["name"] == "Author" { author = attributes["content"] }
    case "page":
      pages.append(PDFPage(height: number("height")))
      block = 0
    case "block": block += 1
    case "line":
      guard !pages.isEmpty else { return }
      pages[pages.count - 1].lines.append(
        PDFLine(
          left: number("xMin"), right: number("xMax"), top: number("yMin"), bottom: number("yMax"), block: block))
    case "word":
      place = .word
      word = []
    default: break
    }
  }

  private func end(_ name: Substring) {
    switch name {
    case "title": place = .none
    case "word":
      place = .none
      guard !pages.isEmpty, let line = pages[pages.count - 1].lines.indices.last, !word.isEmpty else { return }
      if !pages[pages.count - 1].lines[line].words.isEmpty { pages[pages.count - 1].lines[line].words.append(0x20) }
      pages[pages.count - 1].lines[line].words += word
    default: break
    }
  }

  /// Files may place words anywhere; what no page can hold stands at its corner.
  private static func points(_ text: String?) -> Double {
    guard let points = text.flatMap(Double.init), abs(points) <= farthest else { return 0 }
    return points
  }

  /// The longest page that the standard allows, many times over.
  private static let farthest = 1e6

  private static func local(_ name: String) -> Substring { name.split(separator: "|").last ?? "" }
}
