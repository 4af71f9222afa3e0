/// What counts as the same kind of target, and as the same owner. Part of the measure: see ``PlaceEquivalences``.
enum TargetEquivalences {
  /// Words of a target that tell its side or nothing at all.
  static let emptyWords: Set<String> = [
    "a", "an", "and", "in", "of", "s", "the",
    "daesh", "is", "isil", "isis",
    "enemy", "militant", "rebel", "terrorist", "terrorists",
  ]

  /// Types that say no more than that something was hit.
  static let emptyTypes: Set<String> = ["target", "unknown"]

  /// Owners that say no more than that it was somebody's.
  static let emptyOwners: Set<String> = ["unknown", "unknown-militants"]

  /// States and other ids of groups, with the id of the owner that they count as.
  static let owners: [String: String] = [
    "IL": "israel", "IQ": "iraq", "LB": "lebanon", "RU": "russia", "SY": "syrian-government", "TR": "turkey",
    "IR": "iran", "iran-backed-militias": "iran",
    "US": "us", "united-states": "us",
    "al-qaida": "al-qaeda", "khorasan": "al-qaeda",
    "al-nusra": "jabhat-al-nusra", "nusra": "jabhat-al-nusra",
    "daesh": "isis", "isil": "isis",
    "guardians-of-religion-organization": "hurras-al-din",
  ]
}
