import PCRE2
import ReportText
import SortieSchema

@testable import SortieExtraction

/// A sentence as the repository's own patterns and tables read it.
struct SentenceSample {
  static let language: Language = {
    do { return try Language(SourceData.patterns) } catch { fatalError("\(error)") }
  }()

  let words: Words
  let reading: Cascade.Reading

  init(_ text: String) {
    words = Words(text: ReportText(text, rules: .none), language: Self.language)
    let reader = SentenceReader(library: SourceData.patterns, gazetteer: SourceData.gazetteer, words: words)
    var workspace = Workspace()
    reading = reader.read(0..<words.text.bytes.count, workspace: &workspace)
  }

  /// The widest node of a kind, the first of them.
  func widest(_ mark: Mark) -> Node? {
    reading.nodes.filter { $0.mark == mark }.max {
      ($0.range.count, -$0.range.lowerBound) < ($1.range.count, -$1.range.lowerBound)
    }
  }
}
