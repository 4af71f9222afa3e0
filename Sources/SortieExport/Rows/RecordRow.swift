import SortieSchema

/// A record with what its columns need to know beside it.
///
/// A record is large, and every column looks at it: rows are shared and never copied.
final class RecordRow: Sendable {
  let record: Sortie
  /// The words of the text; empty where the records came without it.
  let text: [UInt8]
  /// Leads from the text to the original; nil where the text is the original.
  let sourceMap: SourceMap?
  let netSorties: Int?
  let netStrikes: Int?
  let netTargets: Int?
  let options: FormatOptions

  /// What is known of the text, as the record carries it: records that were read from a file have no other.
  var document: DocumentInfo { _read { yield record.document } }

  /// The rows of one text, in the order of its records.
  static func rows(of result: DocumentResult, options: FormatOptions) -> [RecordRow] {
    let records = result.records
    guard !records.isEmpty else { return [] }
    let parents = NetFigures.parents(of: records)
    // What a reprint tells is counted with the text that it was taken from.
    let isCounted = result.copyOf?.kind != .reprint
    let sorties = NetFigures(of: records, parents: parents) { $0.counts.sorties }.values
    let strikes = NetFigures(of: records, parents: parents) { $0.counts.strikes }.values
    let targets = NetFigures(of: records, parents: parents) { $0.counts.targets }.values
    return records.indices.map { index in
      RecordRow(
        record: records[index], of: result, netSorties: isCounted ? sorties[index] : nil,
        netStrikes: isCounted ? strikes[index] : nil, netTargets: isCounted ? targets[index] : nil, options: options)
    }
  }

  private init(
    record: Sortie, of result: DocumentResult, netSorties: Int?, netStrikes: Int?, netTargets: Int?,
    options: FormatOptions
  ) {
    self.record = record
    text = result.text
    sourceMap = result.sourceMap
    self.netSorties = netSorties
    self.netStrikes = netStrikes
    self.netTargets = netTargets
    self.options = options
  }
}
