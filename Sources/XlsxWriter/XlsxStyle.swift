internal import CXlsxWriter

/// How cells look.
public struct XlsxStyle: Hashable, Sendable {
  /// A number format of Excel, e.g. `yyyy-mm-dd`; nil: as Excel shows numbers by itself.
  public var numberFormat: String?
  public var isBold = false
  /// Breaks long text into lines.
  public var isWrapped = false
  /// 0xRRGGBB; nil: none.
  public var background: UInt32?
  /// 0xRRGGBB; nil: black.
  public var colour: UInt32?
  public var isUnderlined = false

  public init(
    numberFormat: String? = nil, isBold: Bool = false, isWrapped: Bool = false, background: UInt32? = nil,
    colour: UInt32? = nil, isUnderlined: Bool = false
  ) {
    self.numberFormat = numberFormat
    self.isBold = isBold
    self.isWrapped = isWrapped
    self.background = background
    self.colour = colour
    self.isUnderlined = isUnderlined
  }
}

/// A style that a workbook knows.
@safe public struct XlsxFormat {
  let format: UnsafeMutablePointer<lxw_format>

  init(_ format: UnsafeMutablePointer<lxw_format>, _ style: XlsxStyle) {
    unsafe self.format = format
    if let numberFormat = style.numberFormat { unsafe format_set_num_format(format, numberFormat) }
    if style.isBold { unsafe format_set_bold(format) }
    if style.isWrapped { unsafe format_set_text_wrap(format) }
    if let background = style.background { unsafe format_set_bg_color(format, background) }
    if let colour = style.colour { unsafe format_set_font_color(format, colour) }
    if style.isUnderlined { unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
  }
}
