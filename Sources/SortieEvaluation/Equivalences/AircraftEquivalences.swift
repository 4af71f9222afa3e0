/// What counts as the same aircraft when records are compared. Part of the measure: see ``PlaceEquivalences``.
enum AircraftEquivalences {
  /// Design bureaus written out, with the letters of their designations.
  static let bureaus: [(name: String, letters: String)] = [
    ("ilyushin", "il"), ("kamov", "ka"), ("mikoyan", "mig"), ("mil", "mi"), ("sukhoi", "su"), ("tupolev", "tu"),
  ]

  /// Words for what an aircraft does, which say nothing of its type.
  static let roleWords = ["bomber", "fighter"]

  /// Nicknames and long forms, letters and digits only, with the designation that they stand for.
  static let designations: [String: String] = [
    "warthog": "a10", "thunderbolt": "a10",
    "atlantic2": "atlantique2",
    "fulcrum": "mig29",
    "predator": "mq1", "mq1predator": "mq1",
    "reaper": "mq9", "mq9reaper": "mq9",
    "globalhawk": "rq4",
    "fencer": "su24", "frogfoot": "su25", "fullback": "su34",
    "tornadogr": "tornado", "tornadogr4": "tornado",
    "typhoonfgr": "typhoon", "typhoonfgr4": "typhoon",
    "blackhawk": "uh60",
  ]

  /// Classes, which a counted type and a counted class may stand for each other with.
  static let classes: Set<String> = [
    "fighter", "fighter-bomber", "bomber", "attack", "helicopter", "drone", "transport", "tanker", "reconnaissance",
    "early-warning", "aircraft",
  ]
}
