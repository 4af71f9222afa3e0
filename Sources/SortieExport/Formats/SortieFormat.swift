public import SortieSchema

/// A way to write records out as one stream of bytes; list the type in `SortieFormats.all`.
///
/// A format is given the results of one text after the other and keeps none of them, so that any number of texts is
/// written in bounded memory: the caller writes the buffer out and empties it whenever it likes, except that it leaves
/// the buffer alone inside a call. The same results always give the same bytes.
public protocol SortieFormat: OutputFormat, Sendable {
  init(options: FormatOptions)

  /// Appends what stands before the first record.
  mutating func begin(into buffer: inout [UInt8])
  /// Appends the records of one text.
  mutating func write(_ result: DocumentResult, into buffer: inout [UInt8])
  /// Appends what stands after the last record.
  mutating func end(into buffer: inout [UInt8])
}

extension SortieFormat {
  /// All of the results at once.
  public static func write(_ results: some Sequence<DocumentResult>, options: FormatOptions = FormatOptions())
    -> [UInt8]
  {
    var format = Self(options: options)
    var buffer: [UInt8] = []
    format.begin(into: &buffer)
    for result in results { format.write(result, into: &buffer) }
    format.end(into: &buffer)
    return buffer
  }
}
