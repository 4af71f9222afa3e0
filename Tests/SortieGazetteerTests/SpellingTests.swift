import SortieGazetteer
import Testing

/// Small tables of our own, so that every rule is seen alone.
enum SmallTables {
  static let files = [
    GazetteerFile(
      name: "aircraft.csv",
      text: """
        id,name,family,aliases,nicknames,class,crewed,origin,operators,source
        a-10,A-10,,A-10 Thunderbolt II,Warthog,attack,yes,US,US,test
        an-26,An-26,,,Curl,transport,yes,UA,RU|SY:1990-2024,test
        b-52h,B-52H,b-52,,,bomber,yes,US,US,test
        b-52,B-52,,B-52 Stratofortress,,bomber,yes,US,US,test
        cf-18,CF-18,fa-18,CF-188,,fighter,yes,CA,CA,test
        f-16,F-16,,,Fighting Falcon,fighter,yes,US,US|TR,test
        fa-18,F/A-18,,F-18,Hornet,fighter,yes,US,US,test
        mig-29,MiG-29,,,Fulcrum,fighter,yes,RU,RU|SY,test
        mq-9,MQ-9,,MQ-9 Reaper,Reaper,drone,no,US,US|GB,test
        su-24,Su-24,,,Fencer,bomber,yes,RU,RU:1974-|SY:1990-2024,test
        su-24m,Su-24M,su-24,,,bomber,yes,RU,RU,test
        su-34,Su-34,,,Fullback,bomber,yes,RU,RU,test
        su-35,Su-35,,,,fighter,yes,RU,RU,test
        su-35s,Su-35S,su-35,,,fighter,yes,RU,RU,test
        tu-22m3,Tu-22M3,,,,bomber,yes,RU,RU,test

        """),
    GazetteerFile(
      name: "air-forces.csv",
      text: """
        id,name,kind,operator,aliases,adjectives,metonyms,cues,source
        ru,Russia,state,RU,,Russian,Moscow|Kremlin,,test
        sy,Syria,state,SY,,Syrian,Damascus,regime,test
        us,United States,state,US,US|U.S.|USA,American,Washington,,test

        """),
    GazetteerFile(
      name: "groups.csv",
      text: """
        id,name,kind,country,aliases,members,source
        free-syrian-army,Free Syrian Army,armed-group,SY,FSA,,test
        hamas,Hamas,armed-group,PS,,,test
        isis,Islamic State,armed-group,,ISIS|ISIL|IS|Da'esh,,test
        rebels,rebels,armed-group,SY,rebel|militants,,test

        """),
    GazetteerFile(
      name: "munitions.csv",
      text: """
        id,name,aliases,category,guided,origin,source
        1000lb-bomb,1000lb bomb,"1,000-pound bomb",bomb,,,test
        harm,HARM,,missile,yes,US,test
        s-300,S-300,,missile,yes,RU,test

        """),
    GazetteerFile(
      name: "target-types.csv",
      text: """
        id,name,aliases,category,source
        artillery-battery,artillery battery,battery,weapon,test
        den,den,,position,test
        cache,weapons cache,cache,supply,test
        strong-point,strong point,strongpoint,position,test

        """),
    GazetteerFile(
      name: "places.csv",
      text: """
        id,name,arabic,aliases,feature,admin1,admin2,country,latitude,longitude,population,pcode,source
        al-bab,Al-Bab,الباب,,town,Aleppo,,SY,36.3706,37.5158,130745,,test
        aleppo,Aleppo,حلب,Halab,city,Aleppo,,SY,36.2012,37.1612,1602264,,test
        aleppo-governorate,Aleppo,,Aleppo Governorate,governorate,,,SY,,,,SY02,test
        deir-ez-zor,Deir ez-Zor,,,city,Deir ez-Zor,,SY,35.3359,40.1408,242565,,test
        hama,Hama,,,city,Hama,,SY,35.1318,36.7578,460602,,test
        hit,Hit,,,town,Al Anbar,,IQ,33.6416,42.8251,32074,,test
        homs,Homs,,,city,Homs,,SY,34.7268,36.7234,775404,,test
        khan-shaykhun,Khan Shaykhun,,,town,Idlib,,SY,35.4422,36.6508,,,test
        khan-al-assal,Khan al-Assal,,,village,Aleppo,,SY,36.1700,37.0400,,,test
        maarat-al-numan,Ma`arrat an Nu`man,,,town,Idlib,,SY,35.6433,36.6683,,,test
        mansura-1,Mansurah,,,village,Aleppo,,SY,36.2000,37.0000,,,test
        mansura-2,Al-Mansurah,,,town,Raqqa,,SY,35.8300,38.7400,,,test
        mara,Mar'a,,Marea,town,Aleppo,,SY,36.4817,37.1967,,,test
        raqqa,Ar Raqqah,,Raqqa,city,Raqqa,,SY,35.9528,39.0081,177636,,test
        t-4,T-4,,Tiyas,airbase,Homs,,SY,34.5225,37.6301,,,test

        """),
    GazetteerFile(name: "english-words.csv", text: "word,source\nhit,test\n"),
  ]

  static let gazetteer = try! Gazetteer(files: files)

  /// The words found and the ids that each may be, in the order of the candidates: "Su-24s=su-24".
  static func found(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return gazetteer.mentions(in: bytes).map { mention in
      let ids = mention.candidates.map { id($0) }.joined(separator: ",")
      return String(decoding: bytes[mention.range], as: UTF8.self) + "=" + ids
    }
  }

  static func id(_ candidate: Candidate) -> String {
    switch candidate.table {
    case .aircraft: gazetteer.aircraft[candidate.index].id
    case .airForce: gazetteer.airForces[candidate.index].id
    case .group: gazetteer.groups[candidate.index].id
    case .claimant: gazetteer.claimants[candidate.index].id
    case .munition: gazetteer.munitions[candidate.index].id
    case .targetType: gazetteer.targetTypes[candidate.index].id
    case .place: gazetteer.places[candidate.index].id
    }
  }
}

@Suite struct SpellingTests {
  @Test(
    "A designator is found in every spelling that a rule makes",
    arguments: [
      ("Su-24M", "su-24m"), ("Su24M", "su-24m"), ("SU\u{2011}24M", "su-24m"), ("Su 24M", "su-24m"),
      ("Su\u{A0}24M", "su-24m"), ("Su\u{2013}24M", "su-24m"), ("su-24m", "su-24m"), ("Su-24Ms", "su-24m"),
      ("Su-24Ms'", "su-24m"), ("Сu-24М", "su-24m"), ("Су-24М", "su-24m"), ("СУ-24М", "su-24m"), ("Su-24s", "su-24"),
      ("Su- 24", "su-24"), ("Su\u{AD}-24", "su-24"), ("F16", "f-16"), ("F-16s'", "f-16"), ("F 16s", "f-16"),
      ("F/A-18", "fa-18"), ("F/A18", "fa-18"), ("F/A-18s", "fa-18"), ("FA-18", "fa-18"), ("CF18", "cf-18"),
      ("CF-18s", "cf-18"), ("MiG 29", "mig-29"), ("Mig-29", "mig-29"), ("МиГ-29", "mig-29"), ("Tu-22M3s", "tu-22m3"),
      ("Ту-22М3", "tu-22m3"), ("Su-35s", "su-35"), ("Su-35S", "su-35s"), ("Su-35Ss", "su-35s"), ("В-52", "b-52"),
      ("B-52Hs", "b-52h"), ("A-10s", "a-10"), ("An-26", "an-26"), ("AN26", "an-26"), ("Reapers", "mq-9"),
      ("MQ-9 Reapers", "mq-9"),
    ])
  func designator(spelling: String, id: String) {
    let words = spelling.hasSuffix("'") ? String(spelling.dropLast()) : spelling
    #expect(SmallTables.found(in: "Two \(spelling) flew.") == ["\(words)=\(id)"])
    #expect(SmallTables.found(in: spelling) == ["\(words)=\(id)"])
  }

  @Test(
    "A possessive is no part of the name",
    arguments: [
      ("Su-24M's", "Su-24M=su-24m"), ("Su-24M\u{2019}s", "Su-24M=su-24m"), ("F-16's", "F-16=f-16"),
      ("Aleppo's", "Aleppo=aleppo,aleppo-governorate"), ("Hama\u{2019}s", "Hama=hama"), ("Hamas's", "Hamas=hamas"),
      ("Raqqa\u{2018}s", "Raqqa=raqqa"), ("Mar'a's", "Mar'a=mara"),
    ])
  func possessive(text: String, found: String) {
    #expect(SmallTables.found(in: "It hit \(text) 300 men.") == [found])
  }

  @Test(
    "An apostrophe that was lost takes its s along",
    arguments: [("Russias", "ru"), ("Syrias", "sy"), ("ISISs", "isis"), ("Raqqas", "raqqa")])
  func lostApostrophe(text: String, id: String) {
    #expect(SmallTables.found(in: "near \(text) front") == ["\(text)=\(id)"])
  }

  @Test(
    "Nothing is found inside longer words and numbers",
    arguments: [
      "Su-345", "Su-24MK2", "XSu-24", "F-160", "F-16.5x", "Homsian", "preRaqqa", "A 10 year plan", "An 26 strong group",
      "aF-16", "the harm done", "it is us", "hit by", "warthog", "deir ez-zor", "aleppo", "T-45",
    ])
  func wordBoundaries(text: String) {
    let found = SmallTables.found(in: text).filter { !$0.hasPrefix("F-16=") }
    #expect(found == [])
  }

  @Test(
    "A small word after a designator is no letter of a variant",
    arguments: [("Su-24 m away", "Su-24=su-24"), ("Su 24 m away", "Su 24=su-24"), ("Su-24 M", "Su-24 M=su-24m")])
  func smallWordAfterDesignator(text: String, found: String) {
    #expect(SmallTables.found(in: text) == [found])
  }

  @Test(
    "Marks of punctuation end a name",
    arguments: ["“Su-34”", "‘Su-34’", "(Su-34)", "Su-34–", "Su-34—and", "two-Su-34", "Su-34.", "Su-34/", "Su-34…"])
  func punctuation(text: String) {
    #expect(SmallTables.found(in: text) == ["Su-34=su-34"])
  }

  @Test(
    "Plurals of common nouns need no listing",
    arguments: [
      ("artillery batteries", "artillery-battery"), ("batteries", "artillery-battery"), ("weapons caches", "cache"),
      ("strong points", "strong-point"), ("strong-points", "strong-point"), ("strongpoints", "strong-point"),
      ("1,000-pound bombs", "1000lb-bomb"), ("1000-pound bomb", "1000lb-bomb"), ("rebels", "rebels"),
      ("Rebels", "rebels"), ("HARMs", "harm"), ("dens", "den"),
    ])
  func plurals(text: String, id: String) {
    #expect(SmallTables.found(in: "They hit \(text) there") == ["\(text)=\(id)"])
  }

  @Test("A plural is told as one", arguments: [("batteries", true), ("battery", false), ("Su-24s", true)])
  func pluralFlag(text: String, isPlural: Bool) {
    let mentions = SmallTables.gazetteer.mentions(in: Array(text.utf8))
    #expect(mentions.map { $0.candidates[0].isPlural } == [isPlural])
  }

  @Test(
    "The longest name wins, and equal names keep all candidates in the order of the tables",
    arguments: [
      ("Free Syrian Army units", ["Free Syrian Army=free-syrian-army"]),
      ("Syrian army units", ["Syrian=sy"]),
      ("IS units in the US", ["IS=isis", "US=us"]),
      ("the U.S. said", ["U.S.=us"]),
      ("in Aleppo", ["Aleppo=aleppo,aleppo-governorate"]),
      ("S-300 near T-4", ["S-300=s-300", "T-4=t-4"]),
      ("Da\u{2019}esh", ["Da\u{2019}esh=isis"]),
      ("Daesh", ["Daesh=isis"]),
    ])
  func longest(text: String, found: [String]) {
    #expect(SmallTables.found(in: text) == found)
  }

  @Test(
    "Places are found by the keys of transliteration",
    arguments: [
      ("in al-Bab today", ["al-Bab=al-bab"]), ("El Bab", ["El Bab=al-bab"]), ("the Bab gate", []),
      ("Deir Ezzor fell", ["Deir Ezzor=deir-ez-zor"]), ("Dayr az-Zawr", ["Dayr az-Zawr=deir-ez-zor"]),
      ("Deir\nez-Zor", ["Deir\nez-Zor=deir-ez-zor"]), ("Deir al-Zor", ["Deir al-Zor=deir-ez-zor"]),
      ("Khan Sheikhoun", ["Khan Sheikhoun=khan-shaykhun"]), ("Khan al-Asal", ["Khan al-Asal=khan-al-assal"]),
      ("Maarat al-Numan", ["Maarat al-Numan=maarat-al-numan"]),
      ("Ma\u{2BF}arrat an-Nu\u{2BF}m\u{101}n", ["Ma\u{2BF}arrat an-Nu\u{2BF}m\u{101}n=maarat-al-numan"]),
      ("as Raqqa fell", ["Raqqa=raqqa"]), ("As Raqqa fell", ["Raqqa=raqqa"]), ("Ar-Raqqah", ["Ar-Raqqah=raqqa"]),
      ("Mansura", ["Mansura=mansura-2,mansura-1"]), ("Al Mansurah", ["Al Mansurah=mansura-2,mansura-1"]),
      ("Marea", ["Marea=mara"]), ("Marʿa", ["Marʿa=mara"]), ("الباب", ["الباب=al-bab"]),
      ("ALEPPO", ["ALEPPO=aleppo,aleppo-governorate"]),
    ])
  func transliteration(text: String, found: [String]) {
    #expect(SmallTables.found(in: text) == found)
  }

  @Test func aPlaceThatIsAnEnglishWordNeedsACue() {
    let mentions = SmallTables.gazetteer.mentions(in: Array("Hit and Homs".utf8))
    #expect(mentions.map { $0.candidates[0].needsCue } == [true, false])
  }

  @Test("The compiled form is read back as it was written")
  func roundTrip() throws {
    let bytes = SmallTables.gazetteer.encode()
    let read = try Gazetteer(compiled: bytes)
    #expect(read.encode() == bytes)
    #expect(Array(read.places) == Array(SmallTables.gazetteer.places))
    #expect(Array(read.aircraft) == Array(SmallTables.gazetteer.aircraft))
    let text = Array("Two Su-24s bombed Khan Sheikhoun.".utf8)
    #expect(read.mentions(in: text) == SmallTables.gazetteer.mentions(in: text))
    #expect(read.mentions(in: text).count == 2)
  }
}
