/// Elements of HTML that mean something to a reader of prose; all the others are `other`.
public enum HTMLTag: String, CaseIterable, Sendable {
  case html, head, title, base, link, meta, style, script, noscript, template, body
  case main, article, section, nav, aside, header, footer, address, hgroup
  case h1, h2, h3, h4, h5, h6
  case div, p, blockquote, pre, ul, ol, li, dl, dt, dd, figure, figcaption, hr, br, wbr, details, summary, dialog,
    center
  case table, caption, thead, tbody, tfoot, tr, td, th
  case a, time, span, b, strong, i, em, u, q, cite, sup, sub, font, small, abbr, ins, del, s
  case img, picture, video, audio, iframe, object, embed, svg, math, canvas, map
  case form, fieldset, legend, label, input, button, select, option, textarea, datalist, menu, progress
  case other

  /// `h1` … `h6`.
  public var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  static let byName: [String: HTMLTag] = Dictionary(
    uniqueKeysWithValues: allCases.filter { $0 != .other }.map { ($0.rawValue, $0) })
}
