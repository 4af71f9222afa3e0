/// What counts as the same claimant when records are compared. Part of the measure: see ``PlaceEquivalences``.
enum ClaimantEquivalences {
  /// Claimants with their names: lower case, without article, "defence" for "defense", a space for a hyphen.
  static let claimants: [(key: String, names: [String])] = [
    ("centcom", ["centcom", "central command", "us centcom", "us central command"]),
    (
      "cjtf-oir",
      [
        "anti is coalition", "cjtf oir", "coalition", "combined joint task force",
        "combined joint task force operation inherent resolve", "international coalition",
        "operation inherent resolve", "us led coalition",
      ]
    ),
    (
      "fr-mod",
      [
        "france", "french defence ministry", "french military", "french ministry of armed forces",
        "french ministry of defence", "french ministry of the armed forces",
      ]
    ),
    (
      "il-mil",
      [
        "iaf", "idf", "israel", "israel defence forces", "israeli air force", "israeli army", "israeli military",
      ]
    ),
    (
      "nl-mod",
      [
        "dutch defence ministry", "dutch military", "dutch ministry of defence", "netherlands",
        "netherlands ministry of defence",
      ]
    ),
    (
      "ru-mod",
      [
        "igor konashenkov", "konashenkov", "kremlin", "ministry of defence of the russian federation", "russia",
        "russian aerospace forces", "russian air force", "russian army", "russian defence ministry",
        "russian forces", "russian general staff", "russian military", "russian ministry of defence", "russian mod",
      ]
    ),
    ("sana", ["sana", "syrian state media", "syrian state news agency"]),
    ("snhr", ["snhr", "syrian network for human rights"]),
    ("sohr", ["observatory", "sohr", "syrian observatory for human rights"]),
    ("sy-mil", ["syrian arab army", "syrian army", "syrian government", "syrian military"]),
    (
      "tr-mil",
      [
        "tsk", "turkey", "turkish armed forces", "turkish army", "turkish defence ministry",
        "turkish general staff", "turkish military", "turkish ministry of national defence",
      ]
    ),
    (
      "uk-mod",
      [
        "british military", "british ministry of defence", "ministry of defence", "raf", "royal air force", "uk",
        "uk ministry of defence", "uk mod", "united kingdom",
      ]
    ),
    (
      "us-dod",
      [
        "department of defence", "dod", "pentagon", "united states", "us", "us army", "us defence department",
        "us defence ministry", "us defence officials", "us department of defence", "us military", "us officials",
      ]
    ),
    ("white-helmets", ["civil defence", "syria civil defence", "syrian civil defence", "white helmets"]),
  ]

  /// Two claimants without a common name are the same only if these words of theirs are.
  static let nationalities: Set<String> = [
    "american", "australian", "belgian", "british", "canadian", "danish", "dutch", "egyptian", "french", "german",
    "iranian", "iraqi", "israeli", "jordanian", "kurdish", "lebanese", "russian", "saudi", "syrian", "turkish", "uk",
    "us",
  ]
}
