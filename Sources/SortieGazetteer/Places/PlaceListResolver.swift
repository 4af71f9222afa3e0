/// Resolves a list of place names as monitors write them.
public struct PlaceListResolver: Sendable {
  /// The answer to one name; all nil and empty where no place has the name.
  public struct Row: Equatable, Sendable {
    public var id: String?
    public var name: String?
    public var latitude, longitude: Double?
    /// 0…1.
    public var score: Double?
    public var alternatives: [String] = []
  }

  public static let columns = ["id", "name", "latitude", "longitude", "score", "alternatives"]

  private let gazetteer: Gazetteer
  /// Provinces that were told before: lists name few of them, many times.
  private var provinces: [String: Province] = [:]
  /// Answers given, for the same reason; begun anew when it has grown large.
  private var answers: [String: Row] = [:]
  private static let mostAnswers = 100_000

  public init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// The place of a name; parts after a comma, and `governorate`, tell where it lies.
  public mutating func resolve(_ name: String, governorate: String? = nil) -> Row {
    let question = name + "\u{0}" + (governorate ?? "")
    if let answer = answers[question] { return answer }
    let answer =
      place(name, governorate: governorate).map { found in
        Row(
          id: found.place.id, name: found.place.name, latitude: found.place.latitude,
          longitude: found.place.longitude, score: found.score, alternatives: found.alternatives)
      } ?? Row()
    if answers.count >= Self.mostAnswers { answers.removeAll() }
    answers[question] = answer
    return answer
  }

  private mutating func place(_ name: String, governorate: String?) -> ResolvedPlace? {
    let parts = name.split(whereSeparator: { $0 == "," || $0 == ";" }).map { String($0).trimmed }
      .filter { !$0.isEmpty }
    guard let first = parts.first else { return nil }
    var ranking = PlaceRanking(gazetteer, PlaceContext())
    if let governorate, !governorate.isEmpty { ranking.tell(province(governorate)) }
    // "Batina, Rajo district, Afrin": the later parts are places around.
    for part in parts.dropFirst() {
      let name = named(part).name
      if gazetteer.isGovernorate(name) { ranking.tell(province(name)) }
      guard let around = gazetteer.resolve(name, ranking) else { continue }
      if let latitude = around.place.latitude, let longitude = around.place.longitude {
        ranking.context.points.append((latitude, longitude))
      }
    }
    // Two spellings of one name: "Baciliye/El-Elî Baciliye", "Tal Rahil (Taraheil)".
    for spelling in first.split(whereSeparator: { $0 == "/" || $0 == "(" || $0 == ")" || $0 == "[" || $0 == "]" }) {
      if let found = resolve(spelling: String(spelling).trimmed, ranking) { return found }
    }
    return nil
  }

  /// "Afrin city", "village of Qamji": a word that says what it is, told apart from the name.
  private func named(_ name: String) -> (name: String, feature: PlaceFeature?) {
    var words = name.split(separator: " ").map { String($0) }
    guard words.count > 1, gazetteer.candidates(for: name).allSatisfy({ $0.table != .place }) else {
      return (name, nil)
    }
    var feature = PlaceFeature(word: words[words.count - 1].lowercased())
    if feature != nil {
      words.removeLast()
    } else if let leading = PlaceFeature(word: words[0].lowercased()) {
      feature = leading
      words.removeFirst()
      if words.count > 1, words[0] == words[0].lowercased() { words.removeFirst() }
    }
    return (words.joined(separator: " "), feature)
  }

  private func resolve(spelling: String, _ ranking: PlaceRanking) -> ResolvedPlace? {
    let (name, feature) = named(spelling)
    var ranking = ranking
    ranking.context.feature = feature
    return gazetteer.resolve(name, ranking) ?? resolve(within: name, ranking)
  }

  private mutating func province(_ name: String) -> Province {
    if let known = provinces[name] { return known }
    let province = gazetteer.province(name)
    provinces[name] = province
    return province
  }

  /// A name within other words ("Vicinity of Qamji and Batinta"): the first that is found, if no other name adjoins it.
  private func resolve(within name: String, _ ranking: PlaceRanking) -> ResolvedPlace? {
    let bytes = Array(name.utf8)
    for mention in gazetteer.mentions(in: bytes) {
      let before = bytes[..<mention.range.lowerBound].split(separator: 0x20).last?.first
      let after = bytes[mention.range.upperBound...].split(separator: 0x20).first?.first
      let adjoins = [before, after].contains { $0.map { (0x41...0x5A).contains($0) || $0 >= 0x80 } ?? false }
      guard !adjoins, mention.candidates.contains(where: { $0.table == .place && !$0.needsCue }) else { continue }
      return gazetteer.resolve(mention.candidates, ranking)
    }
    return nil
  }
}

// MARK: Tables

extension PlaceListResolver {
  /// Reads the columns `name` and, where present, `governorate` of a CSV file and gives the CSV of the answers: one row
  /// for each row of the file, in its order, empty where nothing was found.
  public mutating func table(_ file: GazetteerFile) throws(TableErrors) -> String {
    let (rows, errors) = DelimitedRows.read(file)
    if !errors.isEmpty { throw TableErrors(errors: errors) }
    guard let header = rows.first else {
      throw TableErrors(errors: [TableError(file: file.name, line: 1, column: 1, problem: .emptyFile)])
    }
    guard let name = header.fields.firstIndex(of: "name") else {
      throw TableErrors(errors: [
        TableError(file: file.name, line: header.line, column: 1, problem: .missingColumn("name"))
      ])
    }
    let governorate = header.fields.firstIndex(of: "governorate")
    var text = CSVText.line(Self.columns)
    for row in rows.dropFirst() {
      guard name < row.fields.count else {
        text += CSVText.line(Self.columns.map { _ in "" })
        continue
      }
      let told = governorate.flatMap { $0 < row.fields.count ? row.fields[$0].nonEmpty : nil }
      let found = resolve(row.fields[name], governorate: told)
      text += CSVText.line([
        found.id ?? "", found.name ?? "", found.latitude.map { "\($0)" } ?? "", found.longitude.map { "\($0)" } ?? "",
        found.score.map { CSVText.hundredths($0) } ?? "", found.alternatives.joined(separator: "|"),
      ])
    }
    return text
  }
}
