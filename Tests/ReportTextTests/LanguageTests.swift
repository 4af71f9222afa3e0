import Foundation
import ReportText
import Testing

@Suite("Languages")
struct LanguageTests {
  @Test(
    "A text in another language is told by its letters and small words",
    arguments: [
      (
        "ru",
        "Два бомбардировщика Су-24М нанесли удар по складу боеприпасов в районе города Пальмира, сообщили в министерстве."
      ),
      (
        "uk",
        "Два бомбардувальники Су-24М завдали удару по складу боєприпасів поблизу міста Пальміра, повідомили в міністерстві."
      ),
      ("ar", "نفذت طائرتان من طراز سو 24 غارة على مستودع ذخيرة قرب مدينة تدمر بحسب ما أعلنته وزارة الدفاع."),
      (
        "fa",
        "دو بمب افکن سوخو ۲۴ یک انبار مهمات را در نزدیکی شهر پالمیرا بمباران کردند و گزارش دادند که آنجا پایگاه بود."
      ),
      ("he", "שני מפציצים תקפו מחסן תחמושת ליד העיר תדמור, כך הודיע משרד הביטחון ביום חמישי האחרון."),
      (
        "fr",
        "Deux bombardiers Su-24M ont frappé un dépôt de munitions près de Palmyre. Le ministère de la Défense a déclaré que les "
          + "appareils sont rentrés à la base et que le dépôt appartenait au groupe. Une enquête est en cours dans la région."
      ),
      (
        "de",
        "Zwei Bomber vom Typ Su-24M haben ein Munitionslager bei Palmyra angegriffen. Das Ministerium teilte mit, dass die "
          + "Flugzeuge nach dem Einsatz zum Stützpunkt zurückgekehrt sind und dass das Lager der Gruppe gehörte."
      ),
      (
        "es",
        "Dos bombarderos Su-24M atacaron un depósito de municiones cerca de Palmira. El ministerio de Defensa dijo que los "
          + "aviones regresaron a la base y que el depósito era de los combatientes del grupo en la zona."
      ),
      (
        "tr",
        "İki Su-24M bombardıman uçağı Palmira yakınlarında bir mühimmat deposunu vurdu. Bakanlık, uçakların üsse döndüğünü ve "
          + "deponun örgüte ait olduğunu bildirdi; saldırı için daha sonra yeni bir açıklama yapıldı ve bu olay ile ilgili bilgi "
          + "verildi. Bölgede çok sayıda ev de hasar gördü ancak ölü olarak bildirilen kişi yok."
      ),
      (
        "pl",
        "Dwa bombowce Su-24M zaatakowały skład amunicji w pobliżu Palmyry. Ministerstwo podało, że samoloty wróciły do bazy i że "
          + "skład nie był pusty oraz że na miejscu jest wielu rannych, a do szpitala przewieziono ich po ataku z terenu bazy."
      ),
    ])
  func foreign(tag: String, text: String) {
    #expect(LanguageGuess(Array(text.utf8)).language == tag)
    // It does not matter how long the text is.
    #expect(LanguageGuess(Array(String(repeating: text + "\n\n", count: 40).utf8)).language == tag)
    #expect(LanguageGuess.foreign(Array(text.utf8)) == tag)
  }

  @Test(
    "A text with English in it is never taken for another language",
    arguments: [
      "Two Su-24M bombers struck an ammunition depot near Palmyra.",
      "Near Ramadi, four strikes destroyed two ISIL tactical units, three vehicles and a fighting position.",
      "Su-24M, Su-34, Tu-22M3; Palmyra, Deir ez-Zor, Raqqa.", "", "24", "Airstrikes: Aleppo 3, Idlib 2, Hama 1.",
      "France confirmed that it has carried out a raid near Raqqa: « Le raid des avions de la coalition a été mené dans la "
        + "vallée par les forces et les avions de la base, qui sont rentrés. »",
      "The ministry said that two jets struck a depot. Министерство сообщило, что два самолёта нанесли удар по складу "
        + "боеприпасов в районе города Пальмира.",
      "La Opération Inherent Resolve: the jets of the coalition struck a bunker of the group near El Bab on Tuesday.",
    ])
  func english(text: String) {
    #expect(!LanguageGuess(Array(text.utf8)).isForeign)
    #expect(!LanguageGuess(Array(text.uppercased().utf8)).isForeign)
  }

  @Test("No English fixture is taken for another language, nor any stretch of one")
  func fixtures() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var seen = 0
    for case let file as URL in files where file.lastPathComponent == "report.txt" {
      guard !file.path.contains("in-russian") else { continue }
      let bytes = [UInt8](try Data(contentsOf: file))
      seen += 1
      #expect(!LanguageGuess(bytes).isForeign, "\(file.path)")
      #expect(LanguageGuess.foreign(bytes) == nil, "\(file.path)")
      #expect(!LanguageGuess.beginsInOtherScript(bytes), "\(file.path)")
      for start in stride(from: 0, to: bytes.count, by: 200) {
        #expect(
          !LanguageGuess(Array(bytes[start..<min(bytes.count, start + 400)])).isForeign, "\(file.path) at \(start)")
      }
    }
    #expect(seen > 100)
  }

  @Test(
    "Bytes that are no text have no language",
    arguments: [[0xFF, 0xD0], [0xE0], [UInt8](repeating: 0xD8, count: 500)] as [[UInt8]])
  func noText(bytes: [UInt8]) {
    #expect(LanguageGuess(bytes).language == nil)
  }
}
