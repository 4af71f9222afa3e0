import SortieSchema
import Testing

@testable import SortieExtraction

@Suite struct NumberReaderTests {
  @Test(
    "Numbers are read from words",
    arguments: [
      ("seven", 7), ("seventeen", 17), ("twenty-five", 25), ("Ninety nine", 99), ("a dozen", 12), ("two dozen", 24),
      ("hundred", 100), ("one hundred and one", 101), ("two hundred and fifty-one", 251), ("three thousand", 3_000),
      ("two thousand five hundred", 2_500), ("five hundred thousand", 500_000), ("zero", 0),
    ])
  func words(_ phrase: String, _ value: Int) {
    let reader = NumberReader(words: SentenceSample("").words, nodes: [])
    #expect(reader.number(inWords: Words.fold(phrase)) == value)
  }

  @Test("Words without a number give none", arguments: ["", "and", "jets", "many jets"])
  func noNumber(_ phrase: String) {
    #expect(NumberReader(words: SentenceSample("").words, nodes: []).number(inWords: phrase) == nil)
  }

  @Test(
    "A count is what its words say",
    arguments: [
      ("Jets flew 12 sorties.", Count(exactly: 12, text: "12")),
      ("Jets flew 7,445 sorties.", Count(exactly: 7_445, text: "7,445")),
      ("Jets flew 7 445 sorties.", Count(exactly: 7_445, text: "7 445")),
      ("Jets flew 9 thousand sorties.", Count(exactly: 9_000, text: "9 thousand")),
      ("Jets flew twenty-five sorties.", Count(exactly: 25, text: "twenty-five")),
      ("Jets flew a dozen sorties.", Count(exactly: 12, text: "a dozen")),
      ("Jets flew a total of 60 sorties.", Count(exactly: 60, text: "a total of 60")),
      ("Jets flew another two sorties.", Count(exactly: 2, text: "another two")),
      ("Jets flew at least 20 sorties.", Count(min: 20, max: nil, text: "at least 20")),
      ("Jets flew no fewer than twenty sorties.", Count(min: 20, max: nil, text: "no fewer than twenty")),
      ("Jets flew more than 20 sorties.", Count(min: 21, max: nil, text: "more than 20")),
      ("Jets flew over 1,000 sorties.", Count(min: 1_001, max: nil, text: "over 1,000")),
      ("Jets flew up to 8 sorties.", Count(min: nil, max: 8, text: "up to 8")),
      ("Jets flew as many as eight sorties.", Count(min: nil, max: 8, text: "as many as eight")),
      ("Jets flew fewer than 10 sorties.", Count(min: nil, max: 9, text: "fewer than 10")),
      ("Jets flew about 30 sorties.", Count(min: 30, max: 30, approximate: true, text: "about 30")),
      ("Jets flew some thirty sorties.", Count(min: 30, max: 30, approximate: true, text: "some thirty")),
      ("Jets flew nearly 30 sorties.", Count(min: 30, max: 30, approximate: true, text: "nearly 30")),
      ("Jets flew 15 to 20 sorties.", Count(min: 15, max: 20, text: "15 to 20")),
      ("Jets flew 15–20 sorties.", Count(min: 15, max: 20, text: "15–20")),
      ("Jets flew between 15 and 20 sorties.", Count(min: 15, max: 20, text: "between 15 and 20")),
      ("Jets flew a couple of sorties.", Count(exactly: 2, text: "a couple of")),
      ("Jets flew several sorties.", Count(min: 3, max: nil, vague: true, text: "several")),
      ("Jets flew a few sorties.", Count(min: 3, max: nil, vague: true, text: "a few")),
      ("Jets flew dozens of sorties.", Count(min: 24, max: nil, vague: true, text: "dozens of")),
      ("Jets flew scores of sorties.", Count(min: 40, max: nil, vague: true, text: "scores of")),
      ("Jets flew hundreds of sorties.", Count(min: 200, max: nil, vague: true, text: "hundreds of")),
      ("Jets flew thousands of sorties.", Count(min: 2_000, max: nil, vague: true, text: "thousands of")),
      (
        "Jets flew tens of thousands of sorties.",
        Count(min: 20_000, max: nil, vague: true, text: "tens of thousands of")
      ),
    ])
  func count(_ text: String, _ count: Count) throws {
    let sample = SentenceSample(text)
    let node = try #require(sample.widest(.count))
    #expect(NumberReader(words: sample.words, nodes: sample.reading.nodes).count(node) == count)
  }

  @Test(
    "Figures that count nothing are no numbers",
    arguments: [
      "Jets struck at 9:30.", "Jets flew 10.5 km.", "Jets cost $20.", "About 40% left.",
      "Jets dropped a 500-pound bomb.",
      "A hill of 300 km was seen.", "Jets were armed with KAB-500s.",
    ])
  func noCount(_ text: String) {
    let sample = SentenceSample(text)
    #expect(sample.reading.nodes.filter { $0.mark == .number }.isEmpty)
  }
}
