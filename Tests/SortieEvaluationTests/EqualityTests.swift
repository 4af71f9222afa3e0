import Testing

@testable import SortieEvaluation

/// Two ways of writing, and whether the reference scorer takes one for the other.
struct Likeness: Sendable, CustomTestStringConvertible {
  let a: String
  let b: String
  let isSame: Bool

  init(_ a: String, _ b: String, _ isSame: Bool) {
    self.a = a
    self.b = b
    self.isSame = isSame
  }

  var testDescription: String { "\(a) \(isSame ? "=" : "≠") \(b)" }
}

@Suite("What counts as the same")
struct EqualityTests {
  @Test(
    "place",
    arguments: [
      Likeness("Deir ez-Zor", "Dayr Az Zawr city", true),
      Likeness("Ar-Raqqah", "Raqqa", true),
      Likeness("Mayadeen", "al-Mayādīn", true),
      Likeness("Palmyra", "Tadmor", true),
      Likeness("T4", "Tiyas military airbase", true),
      Likeness("Kobanî", "Ain al-Arab", true),
      Likeness("Kafr Nabl", "Kfar Nabl", true),
      Likeness("Jisr al-Shughur", "Jisr ash-Shughour", true),
      Likeness("Khan Sheikhoun", "Khan Shaykhun", true),
      Likeness("Aleppo province", "Halab", true),
      Likeness("Ramadi", "Ramadiyah", true),
      Likeness("northern Syria", "Syria", false),
      Likeness("Hit", "Hita", true),
      Likeness("Bab", "Babila", false),
      Likeness("Homs", "Hama", false),
      Likeness("Mosul Dam", "Mosul", true),
      Likeness("Mosul Dam reservoir", "Mosul", false),
      Likeness("Sarmin", "Sarmada", false),
      Likeness("of", "the city of", false),
    ])
  func places(_ pair: Likeness) {
    #expect(PlaceKey(pair.a).agrees(with: PlaceKey(pair.b)) == pair.isSame)
    #expect(PlaceKey(pair.b).agrees(with: PlaceKey(pair.a)) == pair.isSame)
  }

  @Test(
    "aircraft",
    arguments: [
      Likeness("Su-24M", "Su-24", true),
      Likeness("Su‑24M", "Sukhoi Su-24Ms", true),
      Likeness("F-16I", "F-16", true),
      Likeness("F-16I", "F-16C", false),
      Likeness("Su-3", "Su-34", false),
      Likeness("Reaper", "MQ-9", true),
      Likeness("Tornado GR4", "Tornados", true),
      Likeness("Typhoon FGR4", "Typhoon", true),
      Likeness("Mikoyan MiG-29", "Fulcrum", true),
      Likeness("A-10 Thunderbolt", "A-10", true),
      Likeness("Rafale", "Rafale M", true),
      Likeness("Mig", "MiG-29", false),
      Likeness("Tu-22M3", "Tu-95", false),
    ])
  func aircraft(_ pair: Likeness) {
    #expect(AircraftKey(pair.a).agrees(with: AircraftKey(pair.b)) == pair.isSame)
    #expect(AircraftKey(pair.b).agrees(with: AircraftKey(pair.a)) == pair.isSame)
  }

  @Test(
    "target",
    arguments: [
      Likeness("ISIS fighting positions", "fighting position", true),
      Likeness("large tactical unit", "small tactical unit", true),
      Likeness("vehicle", "armoured vehicles", true),
      Likeness("vehicle bomb factory", "vehicle", true),
      Likeness("oil pump jack", "oil refinery", false),
      Likeness("weapons cache", "ammunition depot", false),
      Likeness("compass", "compas", false),
      Likeness("terrorists", "militant", false),
    ])
  func targets(_ pair: Likeness) {
    #expect(TargetWords(pair.a).agrees(with: TargetWords(pair.b)) == pair.isSame)
    #expect(TargetWords(pair.b).agrees(with: TargetWords(pair.a)) == pair.isSame)
  }

  @Test(
    "munition, by any word in common",
    arguments: [
      Likeness("Paveway IV", "Paveway II bombs", true),
      Likeness("barrel bombs", "cluster bomb", true),
      Likeness("Hellfire", "Brimstone missile", false),
    ])
  func munitions(_ pair: Likeness) {
    #expect(TargetWords(pair.a).sharesWord(with: TargetWords(pair.b)) == pair.isSame)
  }

  @Test(
    "claimant",
    arguments: [
      Likeness("Pentagon", "U.S. Department of Defense", true),
      Likeness("the Russian Defense Ministry", "Igor Konashenkov", true),
      Likeness("US-led coalition", "CJTF-OIR", true),
      Likeness("SOHR", "the Syrian Observatory for Human Rights", true),
      Likeness("Turkish Armed Forces", "TSK", true),
      Likeness("Kremlin", "Pentagon", false),
      Likeness("Iraqi Ministry of Defence", "Iranian Ministry of Defence", false),
      Likeness("Iraqi Ministry of Defense", "Iraqi Ministry of Defence", true),
      Likeness("local activists", "activists", false),
      Likeness("spokesman for local activists", "local activists spokesman", true),
    ])
  func claimants(_ pair: Likeness) {
    #expect(ClaimantKey(pair.a).agrees(with: ClaimantKey(pair.b)) == pair.isSame)
    #expect(ClaimantKey(pair.b).agrees(with: ClaimantKey(pair.a)) == pair.isSame)
  }

  @Test(
    "letters without their marks",
    arguments: [
      ("Dayr az-Zawr", "dayr az-zawr"), ("Kobanî", "kobani"), ("Şanlıurfa", "sanl\u{1}urfa"), ("İdlib", "idlib"),
      ("Mar‘a’s", "mar'a's"), ("Al-Ḥasakah", "al-hasakah"), ("ﬁeld", "field"), ("ＦＬ－1", "fl-1"),
      ("Хама", "\u{1}\u{1}\u{1}\u{1}"),
      ("e\u{301}", "e"),
    ])
  func folding(written: String, folded: String) {
    #expect(String(decoding: FoldedLetters.fold(written), as: UTF8.self) == folded)
  }
}
