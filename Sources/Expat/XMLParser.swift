internal import CExpat

/// Reads XML piece by piece and tells what stands in it.
///
/// External entities are never read. Entities that the document declares itself are refused, so that no few bytes stand
/// for gigabytes. A parser belongs to one thread.
@safe public final class XMLParser {
  private let parser: XML_Parser
  private let state: State

  /// - Parameters:
  ///   - isUTF8: whether the bytes are UTF-8 whatever the document declares.
  ///   - each: takes every event; what it throws ends the parsing.
  public init(isUTF8: Bool = false, each: @escaping (XMLEvent) throws -> Void) throws(XMLError) {
    guard let parser = unsafe XML_ParserCreateNS(isUTF8 ? "UTF-8" : nil, XML_Char(bitPattern: UInt8(ascii: "|"))) else {
      throw XMLError(message: "no memory for an XML parser", line: 1, column: 1)
    }
    unsafe self.parser = parser
    unsafe state = State(parser, each)
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
    unsafe XML_SetElementHandler(parser, startElement, endElement)
    unsafe XML_SetCharacterDataHandler(parser, characters)
    unsafe XML_SetEntityDeclHandler(parser, entityDeclaration)
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Takes the bytes that follow.
  /// - Throws: `XMLError`, or what the taker of the events threw.
  public func parse(_ bytes: [UInt8]) throws { try parse(bytes, isLast: false) }

  /// Says that no more bytes follow.
  public func finish() throws { try parse([], isLast: true) }

  private func parse(_ bytes: [UInt8], isLast: Bool) throws {
    let status = unsafe bytes.withUnsafeBytes { bytes in
      unsafe XML_Parse(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isLast ? 1 : 0)
    }
    if let error = state.error { throw error }
    guard status != XML_STATUS_OK else { return }
    throw unsafe error(XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) } ?? "damaged XML")
  }

  private func error(_ message: String) -> XMLError {
    XMLError(
      message: message, line: Int(unsafe XML_GetCurrentLineNumber(parser)),
      column: Int(unsafe XML_GetCurrentColumnNumber(parser)) + 1)
  }
}

/// What the handlers share.
@safe private final class State {
  private let parser: XML_Parser
  private let each: (XMLEvent) throws -> Void
  private(set) var error: (any Error)?

  init(_ parser: XML_Parser, _ each: @escaping (XMLEvent) throws -> Void) {
    unsafe self.parser = parser
    self.each = each
  }

  var bytes: Range<Int> {
    let start = Int(unsafe XML_GetCurrentByteIndex(parser))
    return start..<start + Int(unsafe XML_GetCurrentByteCount(parser))
  }

  func take(_ event: XMLEvent) {
    guard error == nil else { return }
    do { try each(event) } catch { stop(error) }
  }

  func refuseEntity() {
    stop(
      XMLError(
        message: "the document declares entities, which are not read",
        line: Int(unsafe XML_GetCurrentLineNumber(parser)), column: Int(unsafe XML_GetCurrentColumnNumber(parser)) + 1))
  }

  private func stop(_ reason: any Error) {
    if error == nil { error = reason }
    _ = unsafe XML_StopParser(parser, 0)
  }
}

private func state(_ data: UnsafeMutableRawPointer?) -> State? {
  unsafe data.map { unsafe Unmanaged<State>.fromOpaque($0).takeUnretainedValue() }
}

private func startElement(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) {
  guard let name = unsafe name else { return }
  var values: [String: String] = [:]
  var index = 0
  while let key = unsafe attributes?[index], let value = unsafe attributes?[index + 1] {
    values[unsafe String(cString: key)] = unsafe String(cString: value)
    index += 2
  }
  unsafe state(data)?.take(.start(name: String(cString: name), attributes: values))
}

private func endElement(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?) {
  guard let name = unsafe name else { return }
  unsafe state(data)?.take(.end(name: String(cString: name)))
}

private func characters(_ data: UnsafeMutableRawPointer?, _ start: UnsafePointer<XML_Char>?, _ count: Int32) {
  guard let start = unsafe start, let state = unsafe state(data) else { return }
  let text = unsafe UnsafeRawBufferPointer(start: start, count: Int(count))
  state.take(.characters(unsafe Array(text), bytes: state.bytes))
}

private func entityDeclaration(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?, _ isParameter: Int32,
  _ value: UnsafePointer<XML_Char>?, _ count: Int32, _ base: UnsafePointer<XML_Char>?,
  _ system: UnsafePointer<XML_Char>?, _ public: UnsafePointer<XML_Char>?, _ notation: UnsafePointer<XML_Char>?
) {
  unsafe state(data)?.refuseEntity()
}
