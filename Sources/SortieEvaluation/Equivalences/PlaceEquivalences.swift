/// What counts as the same place name when records are compared.
///
/// These tables belong to the measure, not to the reading of prose: they decide only whether two coders meant one
/// place. Changing them changes figures that were published before.
enum PlaceEquivalences {
  /// Names of one place whose spellings the key does not bring together by itself.
  static let namesakes: [[String]] = [
    ["Abu Kamal", "al-Bukamal", "Albu Kamal"],
    ["Aleppo", "Halab"],
    ["Anah", "Ana"],
    ["Damascus", "Dimashq", "Rif Dimashq", "Rif Damascus"],
    ["Deir ez-Zor", "Dayr az-Zawr", "Deir Ezzor"],
    ["Hmeymim", "Bassel al-Assad", "Hemeimeem", "Humaymim"],
    ["Homs", "Hims"],
    ["Huwayjah", "Hawija"],
    ["Irbil", "Erbil"],
    ["Jarabulus", "Jarablus", "Jarabalus"],
    ["Kobani", "Kobane", "Ayn al-Arab"],
    ["Latakia", "Ladhiqiyah"],
    ["Manbij", "Membij"],
    ["Mosul", "Mawsil"],
    ["Palmyra", "Tadmur"],
    ["Qaim", "Qaem"],
    ["Quneitra", "Qunaytirah"],
    ["Rayhaniyah", "Reyhanli"],
    ["Shadaddi", "Shaddadah"],
    ["Tabqa", "Thawrah", "Tabaqah"],
    ["Tanf", "Tanaf"],
    ["Tiyas", "T-4", "Tayfur"],
  ]

  /// What a place is, as against its name.
  static let kindsOfPlace: Set<String> = [
    "city", "town", "village", "suburb", "suburbs", "outskirts", "countryside", "rural", "area", "region",
    "district", "province", "governorate", "of",
    "base", "airbase", "airport", "airfield", "military",
  ]
  /// Kinds of place of two words.
  static let kindsOfPlaceInTwoWords: Set<[String]> = [["air", "base"], ["air", "field"]]

  /// The Arabic article before sun and moon letters, as it is written in Latin letters, and the English one.
  static let articles: Set<String> = [
    "al", "el", "ul", "ar", "er", "as", "es", "ash", "esh", "at", "et", "ath", "an", "en", "az", "ez", "ad", "ed",
    "adh", "the",
  ]

  /// First words of Arabic place names (mother, village, hill, monastery, cave, bridge, spring, house, elder), each
  /// with its spellings.
  static let firstWords: [(key: String, spellings: [String])] = [
    ("ayn", ["ayn", "ain", "ein", "eyn"]),
    ("bayt", ["bayt", "beit", "bait"]),
    ("dayr", ["dayr", "deir", "dair", "der", "deyr"]),
    ("jisr", ["jisr", "jisir", "jeser", "jesr"]),
    ("kafr", ["kafr", "kfar", "kafar", "kefr", "kufr", "kafer"]),
    ("marat", ["marat", "maarat", "maarrat", "maaret", "maarret"]),
    ("shayh", ["shaykh", "sheikh", "shekh", "sheik"]),
    ("tal", ["tal", "tall", "tel", "tell"]),
    ("um", ["um", "umm", "oum", "om"]),
  ]

  /// Habits of transliteration, applied one after the other over the whole name.
  static let letterHabits: [(written: String, key: String)] = [
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ch", "sh"), ("dj", "j"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("aa", "a"),
    ("ei", "ay"), ("ai", "ay"), ("ey", "ay"), ("iy", "i"),
    ("q", "k"), ("e", "a"), ("o", "u"), ("w", "u"),
  ]

  /// Feminine endings that some spellings leave out; the first that fits is dropped.
  static let droppedEndings = ["ah", "at", "a", "h"]
}
