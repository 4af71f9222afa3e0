import SortieExport
import SortieSchema

/// Records made up for tests.
enum Sample {
  static let provenance = Provenance(tool: "sortie 0", gazetteer: "g", patterns: "p")

  /// The id of the n-th record.
  static func id(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  static func record(_ number: Int = 1, _ change: (inout Sortie) -> Void = { _ in }) -> Sortie {
    var record = Sortie(id: id(number), document: DocumentInfo(id: "text"), provenance: provenance)
    change(&record)
    return record
  }

  static func result(_ records: [Sortie], text: String = "") -> DocumentResult {
    DocumentResult(
      document: DocumentInfo(id: "text"), text: Array(text.utf8), records: records,
      coverage: records.isEmpty ? .noAction : .records)
  }

  /// A record with something in every slot.
  static let full = record(0xABC) { record in
    record.document = DocumentInfo(
      id: "bulletin-7", title: "Two pairs over Marea", source: "Bulletin", url: "https://example.org/7",
      published: CalendarDate(iso: "2017-01-24"), sha256: String(repeating: "a", count: 64))
    record.date = SortieDate(
      start: CalendarDate(iso: "2017-01-21"), end: CalendarDate(iso: "2017-01-22"), precision: .range, basis: .relative,
      text: "over the weekend")
    record.participants = [
      Participant(
        operator: "RU", airForce: "Russian Aerospace Forces", aircraft: "Su-24M", class: .bomber,
        count: Count(exactly: 2)),
      Participant(
        operator: "RU", airForce: "Russian Aerospace Forces", aircraft: "Su-34", class: .fighterBomber,
        count: Count(exactly: 1)),
    ]
    record.counts = Sortie.Counts(
      sorties: Count(exactly: 6), strikes: Count(min: 4, max: 5), engagements: Count(exactly: 3),
      targets: Count(min: 10, max: nil), munitions: Count(exactly: 12))
    record.departure = Place(name: "Hmeimim", canonical: "Hmeymim")
    record.places = [
      Place(
        id: "marea", name: "Mare'", canonical: "Marea", admin1: "Aleppo", country: "SY", latitude: 36.481,
        longitude: 37.197, relation: "near", precision: .nearPoint)
    ]
    record.targets = [
      Target(type: "vehicle", count: Count(exactly: 3), effect: .destroyed, owner: "isis"),
      Target(type: "command post", owner: "isis"),
    ]
    record.casualties = [Casualty(who: .fighters, killed: Count(exactly: 9), wounded: Count(min: 2, max: nil))]
    record.munitions = [Munition(name: "KAB-500", count: Count(exactly: 2))]
    record.claims = [
      Claim(claimant: "Russian Ministry of Defence", via: "Interfax", kind: .official),
      Claim(claimant: "Pentagon", stance: .denies, about: .coordination, kind: .official),
    ]
    record.evidence = [Evidence(slot: "", start: 0, end: 20, pattern: "strike")]
    record.confidence = 0.85
    record.findings = [Finding(rule: "parts-add-up", message: "2 + 1 is not 4")]
  }

  static let sides: @Sendable (String) -> [String] = { claimant in
    ["Russian Ministry of Defence": ["RU"], "CENTCOM": ["US", "us-led-coalition"]][claimant] ?? []
  }
}

/// A CSV read back: the rows as dictionaries by column.
struct ReadTable {
  let header: [String]
  let rows: [[String: String]]

  init(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) {
    var lines: [[String]] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == byte {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == delimiter || byte == 0x0A {
        if byte == 0x0A, cell.last == 0x0D { cell.removeLast() }
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == 0x0A {
          lines.append(cells)
          cells = []
        }
      } else {
        cell.append(byte)
      }
    }
    let header = lines.first ?? []
    self.header = header
    rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// The rows of the CSV of one text.
  static func csv(_ records: [Sortie], text: String = "", options: FormatOptions = FormatOptions()) -> [[String:
    String]]
  {
    ReadTable(CSVFormat.write([Sample.result(records, text: text)], options: options)).rows
  }

  /// The row of a single record.
  static func row(
    text: String = "", options: FormatOptions = FormatOptions(), _ change: (inout Sortie) -> Void
  ) -> [String: String] {
    csv([Sample.record(1, change)], text: text, options: options)[0]
  }
}
