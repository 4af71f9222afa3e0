import ReportText

/// Turns a GeoNames dump (19 tab-separated columns, no header, as downloaded for any country) into places of a pack.
public struct GeoNamesImporter: Sendable {
  /// Names of first-order divisions by their code, `SY.09` → `Aleppo`, where the dump itself does not hold them.
  public var divisionNames: [String: String]
  /// Longest number of other names that a place keeps.
  public var mostAliases = 40

  public init(divisionNames: [String: String] = [:]) { self.divisionNames = divisionNames }

  /// The places of the dumps as a table of a pack; ids are `gn-` and the number of GeoNames.
  public func rows(_ files: [GazetteerFile]) throws(TableErrors) -> [[String]] {
    var lines: [Line] = []
    var errors: [TableError] = []
    var seen: [String: Int] = [:]
    for file in files {
      var number = 0
      for text in file.text.split(separator: 0x0A, omittingEmptySubsequences: false) {
        number += 1
        let text = text.last == 0x0D ? text.dropLast() : text
        if text.isEmpty { continue }
        do throws(TableError) {
          let line = try Line(text, file: file.name, number: number)
          if seen.updateValue(number, forKey: line.id) == nil { lines.append(line) }
        } catch {
          errors.append(error)
        }
      }
    }
    if !errors.isEmpty { throw TableErrors(errors: errors) }
    let divisions = Divisions(lines, told: divisionNames)
    return lines.map { row($0, divisions) }.sorted { $0[0] < $1[0] }
  }

  /// A pack, compiled.
  public func pack(_ files: [GazetteerFile]) throws(TableErrors) -> Gazetteer {
    var tables = SourceTables()
    tables[.place] = try rows(files).map { SourceTables.Row(fields: $0, file: "", line: 0, columns: []) }
    return Gazetteer(tables: tables)
  }

  // MARK: Lines

  fileprivate struct Line {
    let id, name, ascii: String
    let alternates: [String]
    let latitude, longitude: String
    let featureClass, featureCode, country, admin1, admin2, population: String

    init(_ text: ArraySlice<UInt8>, file: String, number: Int) throws(TableError) {
      guard let line = String(validating: text, as: UTF8.self) else {
        throw TableError(file: file, line: number, column: 1, problem: .notUTF8)
      }
      let fields = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map { String(Substring($0)) }
      guard fields.count == 19 else {
        throw TableError(
          file: file, line: number, column: 1, problem: .wrongFieldCount(expected: 19, found: fields.count))
      }
      func column(_ index: Int) -> Int { fields[..<index].reduce(1) { $0 + $1.utf8.count + 1 } }
      for (index, limit) in [(4, 90.0), (5, 180.0)] {
        guard let value = Double(fields[index]), value.isFinite else {
          throw TableError(file: file, line: number, column: column(index), problem: .badNumber(fields[index]))
        }
        if abs(value) > limit {
          throw TableError(file: file, line: number, column: column(index), problem: .outOfRange(fields[index]))
        }
      }
      guard !fields[0].isEmpty else {
        throw TableError(file: file, line: number, column: 1, problem: .emptyField("geonameid"))
      }
      id = fields[0]
      name = fields[1]
      ascii = fields[2]
      alternates = fields[3].split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
      latitude = fields[4]
      longitude = fields[5]
      featureClass = fields[6]
      featureCode = fields[7]
      country = fields[8]
      admin1 = fields[10]
      admin2 = fields[11]
      population = fields[14]
    }

    var feature: String {
      switch (featureClass, featureCode) {
      case ("A", "PCLI"), ("A", "PCL"): "country"
      case ("A", "ADM1"): "governorate"
      case ("A", "ADM2"): "district"
      case ("A", "ADM3"): "sub-district"
      case ("A", _): "region"
      case ("P", "PPLC"), ("P", "PPLA"): "city"
      case ("P", "PPLA2"), ("P", "PPLA3"): "town"
      case ("P", "PPLX"): "quarter"
      case ("P", _): (Int(population) ?? 0) >= 50_000 ? "city" : (Int(population) ?? 0) >= 5_000 ? "town" : "village"
      case ("S", "AIRB"): "airbase"
      case ("S", "AIRP"), ("S", "AIRF"), ("S", "AIRH"): "airport"
      case ("S", "MILB"), ("S", "INSM"), ("L", "MILB"): "base"
      case ("S", "DAM"): "dam"
      case ("S", "CMP"), ("S", "CMPRF"): "camp"
      case ("L", "OILF"), ("S", "OILF"), ("L", "GASF"): "oil-field"
      case ("T", "MT"), ("T", "MTS"), ("T", "PK"), ("T", "RDGE"): "mountain"
      case ("T", "HLL"), ("T", "HLLS"): "hill"
      case ("T", "VAL"), ("T", "WAD"): "valley"
      case ("T", "ISL"): "island"
      case ("H", "STM"), ("H", "WAD"): "river"
      case ("H", "LK"), ("H", "RSV"), ("H", "LKS"): "lake"
      case ("H", "SEA"), ("H", "GULF"), ("H", "BAY"): "sea"
      case ("R", _): "road"
      case ("L", _): "region"
      default: "site"
      }
    }
  }

  private func row(_ line: Line, _ divisions: Divisions) -> [String] {
    let isLatin = line.name.isLatinName
    let name = isLatin ? line.name : line.ascii.isLatinName ? line.ascii : line.alternates.first { $0.isLatinName }
    let arabic = ([line.name] + line.alternates).first { $0.isArabicName } ?? ""
    var aliases: [String] = []
    var known: Set<[[UInt8]]> = [NameLetters(Array((name ?? line.name).utf8)).folded]
    for other in [line.name, line.ascii] + line.alternates where other.isLatinName && aliases.count < mostAliases {
      let other = String(other.map { $0 == "|" ? " " : $0 })
      if known.insert(NameLetters(Array(other.utf8)).folded).inserted { aliases.append(other) }
    }
    return [
      "gn-" + line.id, name ?? line.name, arabic == (name ?? line.name) ? "" : arabic, aliases.joined(separator: "|"),
      line.feature, line.feature == "governorate" ? "" : divisions.name(line.country, line.admin1), line.admin2,
      line.country, line.latitude, line.longitude, (Int(line.population) ?? 0) > 0 ? line.population : "", "",
      "GeoNames \(line.id)",
    ]
  }

  // MARK: Divisions

  /// First-order divisions under the names by which the dump's own column calls them.
  ///
  /// Dumps name them by codes or by spellings of their own (`H'alab`): those meet the names of the divisions' own lines
  /// by their transliteration keys.
  private struct Divisions {
    private var byKey: [String: String] = [:]

    init(_ lines: [Line], told: [String: String]) {
      for line in lines where line.featureClass == "A" && line.featureCode == "ADM1" {
        let name = line.name.isLatinName ? line.name : line.ascii
        for other in [line.admin1, line.name] + line.alternates {
          for key in Self.keys(line.country, other) where byKey[key] == nil { byKey[key] = name }
        }
      }
      for (code, name) in told {
        let parts = code.split(separator: ".", maxSplits: 1)
        if parts.count == 2 { byKey["\(parts[0]).\(parts[1])"] = name }
      }
    }

    func name(_ country: String, _ column: String) -> String {
      if column.isEmpty { return "" }
      return Self.keys(country, column).lazy.compactMap { byKey[$0] }.first ?? column
    }

    /// Exact, then by transliteration; "Homs (Hims)" also by what stands before and in the brackets.
    private static func keys(_ country: String, _ name: String) -> [String] {
      var keys = ["\(country).\(name)"]
      let parts = name.split(whereSeparator: { $0 == "(" || $0 == ")" }).map { String($0).trimmed }
      for part in [name] + (parts.count > 1 ? parts : []) {
        if let letters = PlaceRunKeys.letters(of: part) { keys.append("\(country)/\(letters.mid)") }
      }
      return keys
    }
  }
}

extension String {
  /// Letters of the Latin script, and at least one.
  var isLatinName: Bool {
    var hasLetter = false
    for scalar in unicodeScalars {
      let folded = ScalarFolding.fold(scalar.value)
      guard folded.kind == .letter else { continue }
      if folded.first == 0 { return false }
      hasLetter = true
    }
    return hasLetter
  }

  var isArabicName: Bool { unicodeScalars.contains { (0x600...0x6FF).contains($0.value) } }
}
