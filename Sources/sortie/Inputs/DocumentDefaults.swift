import ArgumentParser
import ReportText
import SortieDocuments
import SortieSchema

/// What the user says of texts that do not say it themselves.
struct DocumentDefaults: ParsableArguments {
  @Option(
    help: ArgumentHelp("Day of publication of texts that come without one, as YYYY-MM-DD.", valueName: "date"))
  var published: String?

  @Option(help: ArgumentHelp("Who published texts that come without a source.", valueName: "name"))
  var source: String?

  @Option(help: ArgumentHelp("Title of texts that come without one.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Where texts that come without an address were published.", valueName: "address"))
  var url: String?

  func validate() throws {
    if let published, PublicationDay.day(in: published) == nil {
      throw ValidationError(
        "--published takes a day of the calendar as YYYY-MM-DD, such as 2017-01-24, not '\(published)'.")
    }
  }

  /// What is known of a text, and what is wrong with what its input says.
  func info(of document: SourceDocument) -> (info: DocumentInfo, problem: DataFileError?) {
    var info = DocumentInfo(
      id: document.id, title: document.title ?? title, source: document.source ?? source, url: document.url ?? url)
    var problem: DataFileError?
    if let told = document.published {
      info.published = PublicationDay.day(in: told)
      if info.published == nil {
        problem = DataFileError(.notADay(told), at: document.publishedPosition ?? document.position)
      }
    }
    if info.published == nil, let published { info.published = PublicationDay.day(in: published) }
    return (info, problem)
  }
}

/// Reads days of publication as inputs write them.
enum PublicationDay {
  /// `YYYY-MM-DD`, alone or with a time after it; the time zone does not move the day. Nil for anything else, and for
  /// days that the calendar does not have.
  static func day(in text: String) -> CalendarDate? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10 else { return nil }
    if bytes.count > 10 {
      guard bytes.count > 12, [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10]),
        (0x30...0x39).contains(bytes[11]), (0x30...0x39).contains(bytes[12])
      else { return nil }
    }
    return CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self))
  }
}
