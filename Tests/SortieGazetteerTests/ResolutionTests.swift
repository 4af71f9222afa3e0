import SortieGazetteer
import Testing

@Suite struct ResolutionTests {
  static let gazetteer = try! Gazetteer(files: [
    GazetteerFile(
      name: "places.csv",
      text: TableTests.places + """
        city,Homs,,,city,Homs,,SY,34.7268,36.7234,775404,,s
        gov,Homs,,Homs Governorate|Hims,governorate,,,SY,34.5,38.3,,SY04,s
        district,Homs,,,district,Homs,,SY,34.6,37,,,s
        raqqa,Raqqa,,,city,Raqqa,,SY,35.9528,39.0081,177636,,s
        raqqa-gov,Raqqa,,Ar Raqqah,governorate,,,SY,,,,,s
        tayba-homs,At Tayyibah,,,village,Homs,,SY,35.0890,38.9160,,,s
        tayba-raqqa,Tayyibah,,,village,Raqqa,,SY,36.0900,39.3500,,,s
        tayba-iq,Taybah,,,town,Basra,,IQ,30.5000,47.7000,,,s
        subaykhan,Subaykhan,,,town,Deir ez-Zor,,SY,34.8544,40.6083,,,s
        tanf,Al-Tanf,,,town,Homs,,SY,33.4900,38.6200,,,s
        tanf-base,Al-Tanf,,Al-Tanf base,base,Homs,,SY,33.5100,38.6100,,,s

        """)
  ])

  static func id(_ name: String, _ context: PlaceContext = PlaceContext()) -> String? {
    gazetteer.resolve(name, context: context)?.place.id
  }

  @Test(
    "A bare name is the best known place; a word beside it says which kind is meant",
    arguments: [
      (nil, "city"), (PlaceFeature.governorate, "gov"), (.district, "district"), (.city, "city"), (.village, "city"),
    ])
  func features(feature: PlaceFeature?, id: String) {
    #expect(Self.id("Homs", PlaceContext(feature: feature)) == id)
  }

  @Test(
    "The province, the country and the places around decide between namesakes",
    arguments: [
      (PlaceContext(admin1: ["Homs"]), "tayba-homs"), (PlaceContext(admin1: ["Hims"]), "tayba-homs"),
      (PlaceContext(admin1: ["Ar-Raqqah"]), "tayba-raqqa"), (PlaceContext(countries: ["IQ"]), "tayba-iq"),
      (PlaceContext(admin1: ["raqqa-gov"], countries: ["SY"]), "tayba-raqqa"),
      (PlaceContext(countries: ["SY"], points: [(36.0, 39.0)]), "tayba-raqqa"),
      (PlaceContext(countries: ["SY"], points: [(35.1, 38.5)]), "tayba-homs"),
    ])
  func namesakes(context: PlaceContext, id: String) {
    #expect(Self.id("Tayyiba", context) == id)
  }

  @Test("The others are kept as alternatives, and doubt lowers the score")
  func alternatives() throws {
    let doubtful = try #require(Self.gazetteer.resolve("Tayyiba"))
    #expect(Set([doubtful.place.id] + doubtful.alternatives) == ["tayba-homs", "tayba-raqqa", "tayba-iq"])
    let certain = try #require(Self.gazetteer.resolve("Subaykhan"))
    #expect(certain.alternatives == [] && certain.score == 1)
    #expect(doubtful.score < certain.score)
  }

  @Test("A name of other vowels is found by its consonants, with a low score", arguments: ["Sbeikhan", "Sabikhan"])
  func loose(name: String) throws {
    let found = try #require(Self.gazetteer.resolve(name))
    #expect(found.place.id == "subaykhan")
    #expect(found.tier == .loose && found.score < 0.6)
  }

  @Test("A name that no place has is not resolved", arguments: ["Nowhere", "", "Sbkhn Road", "12"])
  func unresolved(name: String) {
    #expect(Self.id(name) == nil)
  }

  @Test("Candidates of a mention are resolved as its name is")
  func mention() {
    let mentions = Self.gazetteer.mentions(in: Array("near al-Tanf".utf8))
    #expect(mentions.count == 1)
    #expect(
      Self.gazetteer.resolve(mentions[0].candidates, context: PlaceContext(feature: .base))?.place.id == "tanf-base")
    #expect(Self.gazetteer.resolve(mentions[0].candidates)?.place.id == "tanf")
  }

  @Test(
    "Lists are read as monitors write them",
    arguments: [
      ("Homs city", "", "city"), ("Homs governorate", "", "gov"), ("Tayba, Raqqa", "", "tayba-raqqa"),
      ("Taybah village, Homs", "", "tayba-homs"), ("Tayba", "Raqqa", "tayba-raqqa"),
      ("Vicinity of Subaykhan", "", "subaykhan"),
      ("Xyz/Subaykhan", "", "subaykhan"), ("Subaykhan (west)", "", "subaykhan"), ("Nowhere", "Homs", ""),
      ("Abu Subaykhan", "", ""),
    ])
  func lists(name: String, governorate: String, id: String) {
    var resolver = PlaceListResolver(Self.gazetteer)
    #expect(resolver.resolve(name, governorate: governorate).id ?? "" == id)
  }

  @Test("A table of names gives one row for each of its rows")
  func table() throws {
    var resolver = PlaceListResolver(Self.gazetteer)
    let text = try resolver.table(
      GazetteerFile(name: "n.csv", text: "x,name,governorate\n1,Subaykhan,\n2,Nowhere,\n3,Tayyiba,Raqqa\n"))
    #expect(
      text == """
        id,name,latitude,longitude,score,alternatives
        subaykhan,Subaykhan,34.8544,40.6083,1.00,
        ,,,,,
        tayba-raqqa,Tayyibah,36.09,39.35,\(text.split(separator: "\n")[3].split(separator: ",")[4]),tayba-homs|tayba-iq

        """)
    #expect(throws: TableErrors.self) {
      try resolver.table(GazetteerFile(name: "n.csv", text: "place\nHoms\n"))
    }
  }

  @Test("Distances are those of the globe")
  func distance() {
    // Damascus to Aleppo: 310 km by the usual great-circle formula.
    let kilometres = Distance.kilometres((33.5138, 36.2765), (36.2021, 37.1343))
    #expect(abs(kilometres - 309.3) < 1.5)
  }
}
