import SortieGazetteer
import Testing

@Suite struct PackTests {
  static func dump(_ rows: [[Int: String]]) -> GazetteerFile {
    let lines = rows.map { row in (0..<19).map { row[$0] ?? "" }.joined(separator: "\t") }
    return GazetteerFile(name: "XY.txt", text: lines.joined(separator: "\n") + "\n")
  }

  static let places: [[Int: String]] = [
    [
      0: "1", 1: "Halab", 2: "Halab", 3: "Aleppo Governorate,Aleppo,حلب", 4: "36.2", 5: "37.2", 6: "A", 7: "ADM1",
      8: "SY", 10: "Halab",
    ],
    [
      0: "2", 1: "قرية", 2: "Qaryah", 3: "Qarye,Kariya|Kariyeh,Деревня", 4: "36.5", 5: "37.5", 6: "P", 7: "PPL",
      8: "SY", 10: "H'alab", 14: "0",
    ],
    [0: "3", 1: "Big Town", 2: "Big Town", 4: "36.6", 5: "37.6", 6: "P", 7: "PPL", 8: "SY", 10: "Halab", 14: "60000"],
    [0: "4", 1: "Old Field", 2: "Old Field", 4: "36.7", 5: "37.7", 6: "S", 7: "AIRB", 8: "SY", 10: "Unknown"],
  ]

  @Test("A dump becomes places with their provinces, kinds and Latin names")
  func geonames() throws {
    let pack = try GeoNamesImporter().pack([Self.dump(Self.places)])
    #expect(pack.places.map(\.id) == ["gn-1", "gn-2", "gn-3", "gn-4"])
    #expect(pack.places.map(\.feature) == ["governorate", "village", "city", "airbase"])
    #expect(pack.places.map(\.admin1) == [nil, "Halab", "Halab", "Unknown"])
    #expect(pack.places[1].name == "Qaryah")
    #expect(pack.places[1].arabic == "قرية")
    #expect(pack.places[1].aliases == ["Qarye", "Kariya Kariyeh"])
    #expect(pack.places[1].population == nil && pack.places[2].population == 60000)
    #expect(pack.places[3].source == "GeoNames 4")
    #expect(pack.resolve("Karya", context: PlaceContext(admin1: ["Aleppo"]))?.place.id == "gn-2")
  }

  @Test(
    "A line that is no place of a dump is told with its line and column",
    arguments: [
      ("1\tA\n", "XY.txt:1:1: error: 2 fields where the header has 19"),
      ("1\tAb\t\t\tx\t37" + String(repeating: "\t", count: 13), "XY.txt:1:8: error: 'x' is no number"),
      ("1\tAb\t\t\t36\t370" + String(repeating: "\t", count: 13), "XY.txt:1:11: error: 370 is out of range"),
    ])
  func badDump(text: String, message: String) {
    let error = #expect(throws: TableErrors.self) {
      try GeoNamesImporter().pack([GazetteerFile(name: "XY.txt", text: text)])
    }
    #expect(error?.description == message)
  }

  @Test("A user's own table is mapped by columns")
  func ownTable() throws {
    let file = GazetteerFile(name: "own.csv", text: "Place,X,Y,Note\nKamin Tower,37.1,36.1,old\nTell Nine,37.2,36.2,\n")
    let importer = PlaceTableImporter(
      columns: ["name": "Place", "latitude": "Y", "longitude": "X"], constants: ["country": "SY", "feature": "town"])
    let pack = try importer.pack(file)
    #expect(pack.places.map(\.id) == ["own-2", "own-3"])
    #expect(pack.places.map(\.latitude) == [36.1, 36.2])
    #expect(pack.places.map(\.country) == ["SY", "SY"])
    #expect(pack.places.map(\.source) == ["own.csv", "own.csv"])
    #expect(pack.mentions(in: Array("at Tell Nine".utf8)).count == 1)
    let wrong = PlaceTableImporter(columns: ["name": "Name", "latitude": "Y", "longitude": "X", "colour": "Z"])
    let error = #expect(throws: TableErrors.self) { try wrong.rows(file) }
    #expect(error?.errors.map(\.problem) == [.unknownColumn("colour"), .missingColumn("Name")])
  }

  @Test("A pack adds entries and replaces those whose ids are known")
  func layers() throws {
    let text =
      TableTests.places + "homs,Homs,,Emesa,city,Homs,,SY,34.0,36.0,,,pack\nnew,Newtown,,,town,,,SY,35.0,36.0,,,pack\n"
    let pack = try Gazetteer(files: [GazetteerFile(name: "places.csv", text: text)])
    let joined = SmallTables.gazetteer.adding(pack: pack)
    #expect(joined.places[id: "homs"]?.source == "pack")
    #expect(joined.places.current.count == SmallTables.gazetteer.places.count + 1)
    #expect(joined.resolve("Homs")?.place.latitude == 34.0)
    #expect(joined.resolve("Homs")?.alternatives == [])
    let found = joined.mentions(in: Array("Emesa, Newtown, Homs and two Su-24s".utf8))
    #expect(found.map { $0.candidates.count } == [1, 1, 1, 1])
    // Written out, layers become one.
    let read = try Gazetteer(compiled: joined.encode())
    #expect(Set(read.places.map(\.id)) == Set(joined.places.current.map(\.id)))
    #expect(read.mentions(in: Array("Emesa, Newtown, Homs and two Su-24s".utf8)).map(\.range) == found.map(\.range))
  }

  @Test("Bytes that are no compiled gazetteer are refused, and damage never traps")
  func damage() {
    #expect(throws: CompiledFormError.notAGazetteer) { try Gazetteer(compiled: []) }
    #expect(throws: CompiledFormError.notAGazetteer) { try Gazetteer(compiled: [UInt8](repeating: 7, count: 500)) }
    let bytes = SmallTables.gazetteer.encode()
    var other = bytes
    other[4] = 99
    #expect(throws: CompiledFormError.otherVersion(99)) { try Gazetteer(compiled: other) }
    let text = Array("Two Su-24s and a Reaper bombed Khan Sheikhoun near Homs for Russia.".utf8)
    var state: UInt64 = 7
    var opened = 0
    for _ in 0..<400 {
      var damaged = bytes
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[8 + Int(state >> 33) % (damaged.count - 8)] = UInt8(truncatingIfNeeded: state >> 20)
      }
      guard let gazetteer = try? Gazetteer(compiled: damaged) else { continue }
      opened += 1
      _ = gazetteer.mentions(in: text)
      _ = gazetteer.resolve("Homs")
      _ = Array(gazetteer.places)
      _ = Array(gazetteer.aircraft)
    }
    #expect(opened > 0)
    for length in stride(from: 0, to: bytes.count, by: 997) {
      #expect(throws: CompiledFormError.self) { try Gazetteer(compiled: Array(bytes[..<length])) }
    }
  }
}
