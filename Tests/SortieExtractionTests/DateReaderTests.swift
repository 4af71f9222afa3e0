import SortieSchema
import Testing

@testable import SortieExtraction

/// Words for a day, what they are reckoned from, and the day.
struct DateCase: Sendable, CustomTestStringConvertible {
  let text: String
  var published: String?
  /// First and last day that the text told before.
  var told: (String, String)?
  /// Year of the title.
  var year: Int?
  let start: String?
  let end: String?
  let precision: SortieDate.Precision
  let basis: SortieDate.Basis

  var testDescription: String { "“\(text)”, \(published ?? "no publication")\(year.map { ", title of \($0)" } ?? "")" }

  static func day(_ text: String, published: String? = nil, told: String? = nil, year: Int? = nil, is day: String)
    -> DateCase
  {
    DateCase(
      text: text, published: published, told: told.map { ($0, $0) }, year: year, start: day, end: day, precision: .day,
      basis: .explicit)
  }

  static func reckoned(
    _ text: String, published: String? = nil, told: (String, String)? = nil, _ start: String, _ end: String? = nil
  ) -> DateCase {
    DateCase(
      text: text, published: published, told: told, start: start, end: end ?? start,
      precision: end == nil ? .day : .range,
      basis: .relative)
  }

  static func span(
    _ text: String, published: String? = nil, told: (String, String)? = nil, _ start: String, _ end: String?,
    _ precision: SortieDate.Precision = .range
  ) -> DateCase {
    DateCase(
      text: text, published: published, told: told, start: start, end: end, precision: precision, basis: .explicit)
  }

  static func unknown(_ text: String, published: String? = nil, told: String? = nil) -> DateCase {
    DateCase(
      text: text, published: published, told: told.map { ($0, $0) }, start: nil, end: nil, precision: .unknown,
      basis: .none)
  }

  /// 24 January 2017 was a Tuesday.
  static let all: [DateCase] = [
    // Written out.
    .day("On 22 January 2017, jets flew.", is: "2017-01-22"),
    .day("On January 22nd, 2017, jets flew.", is: "2017-01-22"),
    .day("On Sunday, 22 January 2017 jets flew.", is: "2017-01-22"),
    .day("On the 3rd of March 2015 jets flew.", is: "2015-03-03"),
    .day("On 2015-03-01 jets flew.", is: "2015-03-01"),
    .day("On 01.03.2015 jets flew.", is: "2015-03-01"),
    .day("On 29 February 2016 jets flew.", is: "2016-02-29"),
    // The year from the publication, from the title, from a day told before.
    .day("On 22 January jets flew.", published: "2017-01-24", is: "2017-01-22"),
    .day("On 30 December jets flew.", published: "2017-01-24", is: "2016-12-30"),
    .day("On Sept. 2 jets flew.", published: "2017-01-24", is: "2016-09-02"),
    .day("On 2 February jets will fly.", published: "2017-01-24", is: "2017-02-02"),
    .day("On 22 January jets flew.", year: 2014, is: "2014-01-22"),
    .day("On 22 January jets flew.", told: "2015-03-03", is: "2015-01-22"),
    .day("On 29 February jets flew.", published: "2017-01-24", is: "2016-02-29"),
    // Ranges.
    .span("On 12–13 January jets flew.", published: "2017-01-24", "2017-01-12", "2017-01-13"),
    .span("From May 14th to 15th jets flew.", published: "2017-06-01", "2017-05-14", "2017-05-15"),
    .span("Between November 7-10, 2014, jets flew.", "2014-11-07", "2014-11-10"),
    .span("Between 28 December and 3 January jets flew.", published: "2017-01-24", "2016-12-28", "2017-01-03"),
    .span("From Feb. 24 to March 9, 2019, jets flew.", "2019-02-24", "2019-03-09"),
    .span("Since 30 September 2015 jets have flown.", published: "2017-01-24", "2015-09-30", "2017-01-24"),
    .span("Since 30 September 2015 jets have flown.", "2015-09-30", nil),
    // Months and years.
    .span("In October 2015 jets flew.", "2015-10-01", "2015-10-31", .month),
    .span("In late November jets flew.", published: "2017-01-24", "2016-11-01", "2016-11-30", .month),
    .span("In February 2016 jets flew.", "2016-02-01", "2016-02-29", .month),
    .span("In 2015 jets flew.", "2015-01-01", "2015-12-31", .year),
    // Reckoned from the publication.
    .reckoned("Jets flew today.", published: "2017-01-24", "2017-01-24"),
    .reckoned("Jets flew yesterday.", published: "2017-01-24", "2017-01-23"),
    .reckoned("Jets flew yesterday evening.", published: "2017-01-01", "2016-12-31"),
    .reckoned("Jets flew overnight.", published: "2017-01-24", "2017-01-23", "2017-01-24"),
    .reckoned("Jets flew last night.", published: "2017-01-01", "2016-12-31", "2017-01-01"),
    .reckoned("Jets flew on Tuesday.", published: "2017-01-24", "2017-01-24"),
    .reckoned("Jets flew on Wednesday night.", published: "2017-01-24", "2017-01-18"),
    .reckoned("Jets flew on Monday.", published: "2017-01-24", "2017-01-23"),
    .reckoned("Between Friday and Sunday jets flew.", published: "2017-01-24", "2017-01-20", "2017-01-22"),
    .reckoned("In the past 24 hours jets flew.", published: "2017-01-24", "2017-01-23", "2017-01-24"),
    .reckoned("Over the last 48 hours jets flew.", published: "2017-01-24", "2017-01-22", "2017-01-24"),
    .reckoned("Over the past three days jets flew.", published: "2017-01-24", "2017-01-21", "2017-01-24"),
    .reckoned("Jets flew this week.", published: "2017-01-24", "2017-01-23", "2017-01-24"),
    .reckoned("Jets flew this month.", published: "2017-01-24", "2017-01-01", "2017-01-24"),
    .reckoned("Over the past week jets flew.", published: "2017-01-24", "2017-01-17", "2017-01-24"),
    .reckoned("Jets flew over the weekend.", published: "2017-01-24", "2017-01-21", "2017-01-22"),
    // Reckoned from the day told before.
    .reckoned("The following day jets flew.", told: ("2015-03-31", "2015-03-31"), "2015-04-01"),
    .reckoned("The day before, jets flew.", told: ("2016-03-01", "2016-03-01"), "2016-02-29"),
    .reckoned("Two days later jets flew.", told: ("2015-12-30", "2015-12-30"), "2016-01-01"),
    .reckoned("The same day jets flew.", told: ("2015-12-30", "2015-12-30"), "2015-12-30"),
    .reckoned("The next day jets flew.", told: ("2015-12-28", "2015-12-30"), "2015-12-31"),
    .reckoned("A day earlier jets flew.", told: ("2015-12-28", "2015-12-30"), "2015-12-27"),
    .span(
      "Over the past week jets flew.", published: "2017-01-24", told: ("2017-01-16", "2017-01-22"), "2017-01-16",
      "2017-01-22"),
    // Nothing to reckon from.
    .unknown("Jets flew yesterday."),
    .unknown("Jets flew on Sunday."),
    .unknown("Jets flew overnight."),
    .unknown("Jets flew this week."),
    .unknown("In the past 24 hours jets flew."),
    .unknown("On 22 January jets flew."),
    .unknown("The following day jets flew.", published: "2017-01-24"),
    // Days that no calendar has.
    .unknown("On 31 February 2016 jets flew."),
    .unknown("On 29 February 2015 jets flew.", published: "2017-01-24"),
    .unknown("On 31 April jets flew.", published: "2017-01-24"),
    .unknown("On 31.11.2015 jets flew.", told: "2015-11-30"),
    .unknown("From 20 to 15 January 2016 jets flew."),
  ]
}

@Suite struct DateReaderTests {
  @Test("A date is reckoned from what the text gives", arguments: DateCase.all)
  func reckons(_ expected: DateCase) throws {
    let sample = SentenceSample(expected.text)
    let node = try #require(sample.widest(.date))
    let told = expected.told.map { first, last in
      SortieDate(
        start: CalendarDate(iso: first), end: CalendarDate(iso: last), precision: first == last ? .day : .range,
        basis: .explicit)
    }
    let reader = DateReader(
      words: sample.words, published: expected.published.flatMap { CalendarDate(iso: $0) }, told: told,
      year: expected.year)
    let date = try #require(reader.date(node, nodes: sample.reading.nodes))
    #expect(date.start?.description == expected.start)
    #expect(date.end?.description == expected.end)
    #expect(date.precision == expected.precision)
    #expect(date.basis == expected.basis)
  }

  @Test("A date that cannot be reckoned keeps its words")
  func keepsItsWords() throws {
    let sample = SentenceSample("Jets flew yesterday morning.")
    let reader = DateReader(words: sample.words, published: nil)
    let node = try #require(sample.widest(.date))
    let date = try #require(reader.date(node, nodes: sample.reading.nodes))
    #expect(date.text == "yesterday morning")
    #expect(date.start == nil)
  }
}
