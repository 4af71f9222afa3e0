import SortieExport
import SortieSchema
import Testing

@Suite("Columns of the CSV")
struct CSVColumnTests {
  @Test("The columns stand in the order that is promised")
  func order() {
    let promised = """
      sortie_id, part_of, document_id, title, source, url, published, date_start, date_end, date_days, date_precision, \
      date_text, kind, status, attribution, scope, operators, n_operators, air_forces, aircraft, aircraft_class, \
      has_drone, aircraft_min, aircraft_max, sorties_min, sorties_max, sorties_net, strikes_min, strikes_max, \
      strikes_net, engagements, targets_min, targets_max, targets_net, departure, place, n_places, relation, admin1, \
      country, geo_precision, latitude, longitude, targets, target_owners, munitions, civilians_killed_min, \
      civilians_killed_max, civilians_wounded_min, civilians_wounded_max, fighters_killed_min, fighters_killed_max, \
      fighters_wounded_min, fighters_wounded_max, soldiers_killed_min, soldiers_killed_max, unspecified_killed_min, \
      unspecified_killed_max, unspecified_wounded_min, unspecified_wounded_max, n_tolls, approximate, claimed_by, \
      claimant_kind, denied_by, via, confidence, findings, evidence, evidence_source
      """
    let names = promised.split(separator: ", ").map(String.init)
    #expect(ReadTable(CSVFormat.write([])).header == names)
    #expect(Layout.wide.columns.map(\.name) == names)
  }

  @Test("A full record fills its row")
  func full() {
    let text = "Bombers struck twice.  More followed."
    let row = ReadTable.csv([Sample.full], text: text, options: FormatOptions(claimantSides: Sample.sides))[0]
    let expected = [
      "sortie_id": "0000000000000abc", "part_of": "", "document_id": "bulletin-7", "title": "Two pairs over Marea",
      "source": "Bulletin", "url": "https://example.org/7", "published": "2017-01-24", "date_start": "2017-01-21",
      "date_end": "2017-01-22", "date_days": "2", "date_precision": "range", "date_text": "over the weekend",
      "kind": "strike", "status": "reported", "attribution": "declared", "scope": "event", "operators": "RU",
      "n_operators": "1", "air_forces": "Russian Aerospace Forces", "aircraft": "2 × Su-24M; 1 × Su-34",
      "aircraft_class": "bomber; fighter-bomber", "has_drone": "false", "aircraft_min": "3", "aircraft_max": "3",
      "sorties_min": "6", "sorties_max": "6", "sorties_net": "6", "strikes_min": "4", "strikes_max": "5",
      "strikes_net": "4", "engagements": "3", "targets_min": "10", "targets_max": "", "targets_net": "10",
      "departure": "Hmeymim", "place": "Marea", "n_places": "1", "relation": "near", "admin1": "Aleppo",
      "country": "SY", "geo_precision": "2", "latitude": "36.481", "longitude": "37.197",
      "targets": "3 × vehicle (destroyed); command post", "target_owners": "isis", "munitions": "2 × KAB-500",
      "civilians_killed_min": "", "fighters_killed_min": "9", "fighters_killed_max": "9", "fighters_wounded_min": "2",
      "fighters_wounded_max": "", "n_tolls": "1", "approximate": "false", "claimed_by": "Russian Ministry of Defence",
      "claimant_kind": "official", "denied_by": "Pentagon (coordination)", "via": "Interfax", "confidence": "0.85",
      "findings": "parts-add-up", "evidence": "Bombers struck twice",
    ]
    for (column, value) in expected { #expect(row[column] == value, "\(column)") }
  }

  @Test("Evidence leads to the original where the text was taken out of one")
  func evidenceSource() {
    let text = Array("Bombers struck twice.  More followed.".utf8)
    var result = DocumentResult(document: Sample.full.document, text: text, records: [Sample.full], coverage: .records)
    func cell() -> String? { ReadTable(CSVFormat.write([result])).rows[0]["evidence_source"] }
    #expect(cell() == "")
    var map = SourceMap()
    map.append(8, from: 104)
    map.append(text.count - 8, from: 117)
    result.sourceMap = map
    #expect(cell() == "bytes 104–129")
    map = SourceMap()
    map.begin(page: 12)
    map.appendWithoutBytes(text.count)
    result.sourceMap = map
    #expect(cell() == "page 12")
  }

  @Test("A record that tells nothing leaves its cells empty")
  func nothing() {
    let row = ReadTable.row { _ in }
    let filled = row.filter { !$0.value.isEmpty }
    #expect(
      filled == [
        "sortie_id": Sample.id(1), "document_id": "text", "kind": "strike", "status": "reported", "scope": "event",
        "attribution": "unattributed", "n_operators": "0", "n_places": "0", "n_tolls": "0", "approximate": "false",
        "confidence": "0.5",
      ])
  }

  @Test(
    "A count in a cell of text says what the words allow",
    arguments: [
      (Count(exactly: 2), "2 × F-16"), (Count(min: 15, max: 20), "15–20 × F-16"),
      (Count(min: 20, max: nil), "≥20 × F-16"),
      (Count(min: nil, max: 8), "≤8 × F-16"), (Count(min: 30, max: 30, approximate: true), "~30 × F-16"),
      (Count(min: nil, max: nil), "F-16"),
    ])
  func countText(count: Count, expected: String) {
    let row = ReadTable.row { $0.participants = [Participant(operator: "TR", aircraft: "F-16", count: count)] }
    #expect(row["aircraft"] == expected)
  }

  @Test("Aircraft are counted only where the number of every participant is told")
  func aircraftSum() {
    let su24 = Participant(operator: "RU", aircraft: "Su-24M", count: Count(exactly: 2))
    let atLeast = Participant(operator: "RU", aircraft: "Su-34", count: Count(min: 3, max: nil))
    let untold = Participant(operator: "SY", class: .aircraft)
    let open = ReadTable.row { $0.participants = [su24, atLeast] }
    #expect(open["aircraft_min"] == "5")
    #expect(open["aircraft_max"] == "")
    let unknown = ReadTable.row { $0.participants = [su24, untold] }
    #expect(unknown["aircraft_min"] == "")
    #expect(unknown["aircraft_max"] == "")
  }

  @Test("A coalition and its members are one side, counted once")
  func coalition() {
    let row = ReadTable.row {
      $0.participants = [
        Participant(operator: "us-led-coalition", class: .aircraft, count: Count(exactly: 4)),
        Participant(operator: "US", aircraft: "F-16", under: "us-led-coalition", count: Count(exactly: 2)),
        Participant(operator: "FR", aircraft: "Rafale", under: "us-led-coalition", count: Count(exactly: 2)),
        Participant(operator: "unknown", aircraft: "A-10", count: Count(exactly: 1)),
      ]
    }
    #expect(row["operators"] == "us-led-coalition; US; FR; unknown")
    #expect(row["n_operators"] == "1")
    #expect(row["aircraft_min"] == "5")
    #expect(row["aircraft"] == "4 × aircraft; 2 × F-16; 2 × Rafale; 1 × A-10")
  }

  @Test("Aircraft without a number are named once")
  func namedOnce() {
    let row = ReadTable.row {
      $0.participants = [
        Participant(operator: "US", class: .aircraft), Participant(operator: "FR", class: .aircraft),
        Participant(operator: "FR", aircraft: "Rafale", count: Count(exactly: 2)),
        Participant(operator: "IN", aircraft: "Rafale", count: Count(exactly: 2)),
      ]
    }
    #expect(row["aircraft"] == "aircraft; 2 × Rafale; 2 × Rafale")
  }

  @Test("Members are counted where their coalition has no number")
  func members() {
    let row = ReadTable.row {
      $0.participants = [
        Participant(operator: "us-led-coalition"),
        Participant(operator: "US", aircraft: "F-16", under: "us-led-coalition", count: Count(exactly: 2)),
        Participant(operator: "FR", aircraft: "Rafale", under: "us-led-coalition", count: Count(exactly: 2)),
      ]
    }
    #expect(row["aircraft_min"] == "4")
  }

  @Test(
    "A drone is told, ruled out or not known",
    arguments: [
      ([AircraftClass.drone, nil], "true"), ([.fighter, .bomber], "false"), ([.fighter, nil], ""), ([], ""),
    ] as [([AircraftClass?], String)])
  func drone(classes: [AircraftClass?], expected: String) {
    let row = ReadTable.row { $0.participants = classes.map { Participant(operator: "US", class: $0) } }
    #expect(row["has_drone"] == expected)
  }

  @Test(
    "Coordinates stand only where they are the place",
    arguments: [
      (Place.Precision.point, "36.5"), (.nearPoint, "36.5"), (.district, "36.5"), (.province, ""), (.region, ""),
      (.country, ""), (.seaOrAir, "36.5"),
    ])
  func coordinates(precision: Place.Precision, expected: String) {
    let place = Place(name: "Somewhere", latitude: 36.5, longitude: 37, precision: precision)
    let row = ReadTable.row { $0.places = [place] }
    #expect(row["latitude"] == expected)
    #expect(row["longitude"] == (expected.isEmpty ? "" : "37"))
    #expect(row["geo_precision"] == "\(precision.rawValue)")
  }

  @Test("Several places give no coordinates")
  func severalPlaces() {
    let row = ReadTable.row {
      $0.places = [
        Place(name: "Hama", country: "SY", latitude: 35.1, longitude: 36.7, relation: "near", precision: .point),
        Place(name: "Idlib", country: "SY", latitude: 35.9, longitude: 36.6, distanceKm: 24, bearing: "west"),
      ]
    }
    #expect(row["place"] == "Hama; Idlib")
    #expect(row["n_places"] == "2")
    #expect(row["relation"] == "near; west-of (24 km)")
    #expect(row["country"] == "SY")
    #expect(row["latitude"] == "")
    #expect(row["geo_precision"] == "")
  }

  @Test("Rival tolls are ranged and never added up")
  func rivalTolls() {
    let row = ReadTable.row {
      $0.casualties = [
        Casualty(who: .civilians, killed: Count(exactly: 12), relation: .rival, claim: 0),
        Casualty(who: .civilians, killed: Count(exactly: 30), relation: .rival, claim: 1),
      ]
    }
    #expect(row["civilians_killed_min"] == "12")
    #expect(row["civilians_killed_max"] == "30")
    #expect(row["n_tolls"] == "2")
  }

  @Test("An open toll leaves its side of the range open")
  func openToll() {
    let row = ReadTable.row {
      $0.casualties = [
        Casualty(who: .people, wounded: Count(min: 20, max: nil), relation: .rival),
        Casualty(who: .people, wounded: Count(exactly: 15), relation: .rival),
      ]
    }
    #expect(row["unspecified_wounded_min"] == "15")
    #expect(row["unspecified_wounded_max"] == "")
  }

  @Test("A part of a toll is not added to it")
  func partOfToll() {
    let row = ReadTable.row {
      $0.casualties = [
        Casualty(who: .people, killed: Count(exactly: 20), relation: .total),
        Casualty(who: .fighters, killed: Count(exactly: 12), relation: .part),
        Casualty(who: .people, killed: Count(exactly: 3), relation: .part),
      ]
    }
    #expect(row["unspecified_killed_min"] == "20")
    #expect(row["unspecified_killed_max"] == "20")
    #expect(row["fighters_killed_min"] == "12")
    #expect(row["n_tolls"] == "1")
  }

  @Test(
    "Attribution tells whose word it is",
    arguments: [
      ("RU", ["Russian Ministry of Defence"], "declared"), ("SY", ["Russian Ministry of Defence"], "alleged"),
      ("us-led-coalition", ["SOHR", "CENTCOM"], "declared"), ("RU", ["SOHR"], "alleged"), ("RU", [], "unattributed"),
      ("unknown", ["SOHR"], "alleged"),
    ])
  func attribution(flown: String, claimants: [String], expected: String) {
    let row = ReadTable.row(options: FormatOptions(claimantSides: Sample.sides)) {
      $0.participants = [Participant(operator: flown)]
      $0.claims = claimants.map { Claim(claimant: $0) }
    }
    #expect(row["attribution"] == expected)
  }

  @Test("Whose word a claim is stays open where nobody knows the sides")
  func attributionWithoutSides() {
    let row = ReadTable.row { $0.claims = [Claim(claimant: "SOHR")] }
    #expect(row["attribution"] == "")
  }

  @Test("A number told as about marks the record as approximate")
  func approximate() {
    #expect(
      ReadTable.row { $0.targets = [Target(type: "post", count: Count(min: 24, max: nil, vague: true))] }["approximate"]
        == "true")
    #expect(ReadTable.row { $0.counts.sorties = Count(min: 30, max: 30, approximate: true) }["approximate"] == "true")
    #expect(ReadTable.row { $0.counts.sorties = Count(exactly: 30) }["approximate"] == "false")
  }
}
