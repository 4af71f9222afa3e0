import Foundation
import SortieGazetteer
import Testing

/// The tables of the repository.
enum RepositoryTables {
  static let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Gazetteer")

  static let files: [GazetteerFile] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
    return names.filter { $0.hasSuffix(".csv") }.sorted().compactMap { name in
      (try? Data(contentsOf: directory.appending(path: name))).map {
        GazetteerFile(name: "Gazetteer/" + name, text: [UInt8]($0))
      }
    }
  }()

  static let gazetteer = Result { try Gazetteer(files: files) }
}

@Suite struct RequiredNamesTests {
  @Test("The tables of the repository load without a fault")
  func load() throws {
    #expect(RepositoryTables.files.count == 8)
    let gazetteer = try RepositoryTables.gazetteer.get()
    #expect(gazetteer.aircraft.count >= 250)
    #expect(gazetteer.airForces.count >= 80)
    #expect(gazetteer.groups.count >= 110)
    #expect(gazetteer.claimants.count >= 180)
    #expect(gazetteer.munitions.count >= 180)
    #expect(gazetteer.targetTypes.count >= 150)
    #expect(gazetteer.places.count >= 2000)
  }

  @Test("An air force is found by its kind and its operator's code, the first of several")
  func airForceByKind() throws {
    let gazetteer = try RepositoryTables.gazetteer.get()
    for row in gazetteer.airForces {
      let first = gazetteer.airForces.first { $0.kind == row.kind && $0.operatorCode == row.operatorCode }
      #expect(gazetteer.airForce(ofKind: row.kind, operatorCode: row.operatorCode)?.id == first?.id)
    }
    #expect(gazetteer.airForce(ofKind: "state", operatorCode: "no such code") == nil)
  }

  @Test("The kind of a row is told without the row")
  func kinds() throws {
    let gazetteer = try RepositoryTables.gazetteer.get()
    #expect(gazetteer.airForces.indices.allSatisfy { gazetteer.kind(ofAirForce: $0) == gazetteer.airForces[$0].kind })
    #expect(gazetteer.groups.indices.allSatisfy { gazetteer.kind(ofGroup: $0) == gazetteer.groups[$0].kind })
    #expect(gazetteer.claimants.indices.allSatisfy { gazetteer.kind(ofClaimant: $0) == gazetteer.claimants[$0].kind })
  }

  static let aircraft = [
    "Su-24", "Su-24M", "Su-25", "Su-25SM", "Su-30SM", "Su-34", "Su-35S", "Su-57", "Tu-22M3", "Tu-95MS", "Tu-160",
    "MiG-21", "MiG-23", "MiG-29", "MiG-31", "L-39", "Mi-8", "Mi-24", "Mi-28N", "Mi-35M", "Ka-52", "Il-20", "A-50",
    "An-124", "F-4", "F-4E 2020", "F-15E", "F-15I", "F-16", "F-16I", "F-22", "F-35I", "F/A-18", "A-10", "AC-130",
    "B-1B", "B-52H", "MQ-1", "MQ-9", "RQ-4", "U-2", "KC-135", "Voyager", "Tornado GR4", "Typhoon FGR4", "Rafale",
    "Mirage 2000", "Super Étendard", "CF-18", "E-3", "Sentinel", "Atlantique 2", "Bayraktar TB2", "Anka", "Shahed-136",
    "Forpost", "Orlan-10",
  ]

  @Test("Every aircraft that must be known is found, alone, in the plural and with other hyphens", arguments: aircraft)
  func knownAircraft(name: String) throws {
    let gazetteer = try RepositoryTables.gazetteer.get()
    for spelling in [name, name + "s", name + "'s", name.replacingOccurrences(of: "-", with: "\u{2011}")] {
      let text = Array("Two \(spelling) flew.".utf8)
      let mentions = gazetteer.mentions(in: text).filter { mention in
        mention.candidates.contains { $0.table == .aircraft }
      }
      #expect(mentions.count == 1, "\(spelling)")
      #expect(mentions.first?.range.lowerBound == 4, "\(spelling)")
      #expect((mentions.first?.range.count ?? 0) >= name.utf8.count, "\(spelling)")
    }
  }

  static let places = [
    "Al-Bab", "Palmyra", "Tadmur", "Deir ez-Zor", "Dayr az Zawr", "Deir Ezzor", "Raqqa", "Ar Raqqah", "Manbij",
    "Ayn Isa",
    "Mar'a", "Marea", "Abu Kamal", "Al-Bukamal", "Albu Kamal", "Mayadin", "Al Shadaddi", "Shaddadi", "Al Hasakah",
    "Kobani", "Ayn al-Arab", "Jarabulus", "Dabiq", "Azaz", "Afrin", "Idlib", "Jisr al-Shughur", "Maarat al-Numan",
    "Khan Sheikhoun", "Khan Shaykhun", "Saraqib", "Ariha", "Hama", "Homs", "Rastan", "Talbiseh", "Qaryatayn", "Latakia",
    "Salma", "Hmeymim", "Khmeimim", "Jableh", "Tartus", "Shayrat", "T-4", "Tiyas", "Mezzeh", "Damascus", "Douma",
    "Eastern Ghouta", "Zabadani", "Daraa", "Quneitra", "Al-Tanf", "Tabqa", "Thawrah", "Tell Abyad", "Ras al-Ayn",
    "Qamishli", "Sukhna", "Mosul", "Sinjar", "Rabia", "Hit", "Ramadi", "Haditha", "Al-Qaim", "Fallujah", "Tal Afar",
    "Qayyarah", "Bayji", "Kirkuk", "Hawija", "Rawa", "Anah", "Rutbah", "Makhmur", "Tikrit", "Kisik", "Al Asad",
  ]

  @Test("Every place that must be known is found under every one of its spellings", arguments: places)
  func knownPlace(name: String) throws {
    let gazetteer = try RepositoryTables.gazetteer.get()
    let text = Array("They bombed near \(name) on Monday.".utf8)
    let found = gazetteer.mentions(in: text).filter { $0.candidates.contains { $0.table == .place } }
    #expect(found.map { String(decoding: text[$0.range], as: UTF8.self) } == [name])
    let place = gazetteer.resolve(name)?.place
    #expect(["SY", "IQ"].contains(place?.country ?? ""), "\(place as Any)")
  }

  @Test("Nearly all places that must be known have a point")
  func points() throws {
    let gazetteer = try RepositoryTables.gazetteer.get()
    let without = Self.places.filter { gazetteer.resolve($0)?.place.latitude == nil }
    #expect(without.count <= 3, "\(without)")
  }

  @Test("The compiled form of the tables is small and gives the same entries")
  func compiled() throws {
    let gazetteer = try RepositoryTables.gazetteer.get()
    let bytes = gazetteer.encode()
    let read = try Gazetteer(compiled: bytes)
    #expect(bytes.count < 5_000_000)
    #expect(Array(read.groups) == Array(gazetteer.groups))
    #expect(read.encode() == bytes)
    #expect(try Gazetteer(files: RepositoryTables.files).encode() == bytes)
  }
}
