import SortieExport
import SortieSchema

/// A record put together again from the rows of the tidy tables, for tests.
struct RebuiltRecord {
  private typealias Row = [String: Cell]
  private let tables: [String: [[String: Cell]]]

  /// - Parameter tables: rows by the names of the tables, of one text with one record.
  init(_ tables: [String: [[String: Cell]]]) { self.tables = tables }

  var record: Sortie {
    let row = tables["records"]![0]
    let document = tables["coverage"]![0]
    let places = tables["places"]!
    var record = Sortie(
      id: row.text("sortie_id")!,
      document: DocumentInfo(
        id: row.text("document_id")!, title: document.text("title"), source: document.text("source"),
        url: document.text("url"), published: document.date("published"), sha256: document.text("sha256")),
      kind: row.word("kind")!, status: row.word("status")!, scope: row.word("scope")!, partOf: row.text("part_of"),
      date: row.sortieDate,
      provenance: Provenance(
        tool: row.text("tool")!, gazetteer: row.text("gazetteer")!, patterns: row.text("patterns")!))
    record.counts = Sortie.Counts(
      sorties: row.count("sorties"), strikes: row.count("strikes"), engagements: row.count("engagements"),
      targets: row.count("targets"), munitions: row.count("munitions"))
    record.confidence = row.number("confidence")!
    record.departure = places.first { $0.text("use") == "departure" }.map(Self.place)
    record.places = places.filter { $0.text("use") == "action" }.map(Self.place)
    record.participants = tables["participants"]!.map { row in
      Participant(
        operator: row.text("operator")!, airForce: row.text("air_force"), aircraft: row.text("aircraft"),
        under: row.text("under"), role: row.word("role"), basis: row.word("basis"), class: row.word("aircraft_class"),
        count: row.count("aircraft"), text: row.text("text"))
    }
    record.targets = tables["targets"]!.map { row in
      Target(
        type: row.text("type")!, count: row.count("count"), effect: row.word("effect"), owner: row.text("owner"),
        text: row.text("text"))
    }
    record.casualties = tables["casualties"]!.map { row in
      Casualty(
        who: row.word("who")!, killed: row.count("killed"), wounded: row.count("wounded"),
        children: row.count("children"), women: row.count("women"), relation: row.word("relation"),
        claim: row.integer("claim"))
    }
    record.munitions = tables["munitions"]!.map { Munition(name: $0.text("name")!, count: $0.count("count")) }
    record.claims = tables["claims"]!.map { row in
      Claim(
        claimant: row.text("claimant")!, via: row.text("via"), stance: row.word("stance")!, about: row.word("about"),
        kind: row.word("claimant_kind"), text: row.text("text"))
    }
    record.evidence = tables["evidence"]!.map { row in
      Evidence(
        slot: row.text("slot") ?? "", start: row.integer("start_byte")!, end: row.integer("end_byte")!,
        pattern: row.text("pattern")!)
    }
    record.findings = tables["findings"]!.filter { $0["sortie_id"] != nil }.map { row in
      Finding(rule: row.text("rule")!, severity: row.word("severity")!, message: row.text("message") ?? "")
    }
    return record
  }

  private static func place(_ row: [String: Cell]) -> Place {
    Place(
      id: row.text("place_id"), name: row.text("name")!, canonical: row.text("canonical"), admin1: row.text("admin1"),
      country: row.text("country"), latitude: row.number("latitude"), longitude: row.number("longitude"),
      relation: row.text("relation"), distanceKm: row.number("distance_km"), bearing: row.text("bearing"),
      precision: row.integer("geo_precision").flatMap(Place.Precision.init(rawValue:)),
      alternatives: row.list("alternatives"))
  }
}

extension [String: Cell] {
  fileprivate func text(_ column: String) -> String? {
    if case .text(let text) = self[column] { text } else { nil }
  }

  fileprivate func integer(_ column: String) -> Int? {
    if case .integer(let value) = self[column] { value } else { nil }
  }

  fileprivate func number(_ column: String) -> Double? {
    if case .number(let value) = self[column] { value } else { nil }
  }

  fileprivate func date(_ column: String) -> CalendarDate? {
    if case .date(let date) = self[column] { date } else { nil }
  }

  fileprivate func flag(_ column: String) -> Bool? {
    if case .flag(let flag) = self[column] { flag } else { nil }
  }

  fileprivate func word<Word: RawRepresentable<String>>(_ column: String) -> Word? {
    text(column).flatMap(Word.init(rawValue:))
  }

  fileprivate func list(_ column: String) -> [String] {
    var parts: [String] = []
    var rest = text(column)?[...] ?? ""
    while let end = rest.firstRange(of: "; ") {
      parts.append(String(rest[..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return rest.isEmpty ? parts : parts + [String(rest)]
  }

  /// Whether the number is approximate tells as well whether there is one.
  fileprivate func count(_ name: String) -> Count? {
    guard let approximate = flag("\(name)_approximate"), let vague = flag("\(name)_vague") else { return nil }
    return Count(
      min: integer("\(name)_min"), max: integer("\(name)_max"), approximate: approximate, vague: vague,
      text: text("\(name)_text"))
  }

  fileprivate var sortieDate: SortieDate? {
    guard let precision: SortieDate.Precision = word("date_precision") else { return nil }
    return SortieDate(
      start: date("date_start"), end: date("date_end"), precision: precision, basis: word("date_basis")!,
      text: text("date_text"))
  }
}
