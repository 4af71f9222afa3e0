import SortieDocuments
import Testing

@Suite("What inputs say of a text")
struct MetadataTests {
  @Test("Every place of higher trust is believed before the lower ones, whichever was found first")
  func trust() {
    let origins = DocumentMetadata.Origin.allCases
    #expect(origins == origins.sorted())
    for (index, higher) in origins.enumerated() {
      for lower in origins[(index + 1)...] {
        var metadata = DocumentMetadata()
        metadata.state(.published, "2016-11-19", by: lower)
        metadata.state(.published, "2016-11-18", by: higher)
        #expect(metadata[.published] == "2016-11-18", "\(higher) before \(lower)")
        #expect(metadata.statements.count == 2)
      }
    }
  }

  @Test("Among places of the same trust the first is believed")
  func first() {
    var metadata = DocumentMetadata()
    metadata.state(.title, "One", by: .openGraph, at: 3..<6)
    metadata.state(.title, "Two", by: .openGraph)
    #expect(metadata.best(.title)?.bytes == 3..<6)
    #expect(metadata[.title] == "One")
  }

  @Test("Nothing is stated by empty values")
  func empty() {
    var metadata = DocumentMetadata()
    metadata.state(.author, "", by: .field)
    metadata.state(.author, nil, by: .field)
    #expect(metadata == DocumentMetadata())
    #expect(metadata[.author] == nil)
  }
}
