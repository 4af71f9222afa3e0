import Testing

/// Gold and predictions of one invented text, with the figures that the reference scorer gave for them.
struct RecordedCase: Sendable, CustomTestStringConvertible {
  let name: String
  /// The `records` of the gold file.
  let gold: String
  /// One record a line, without its document.
  let predicted: String
  /// `slot matched spurious missing`.
  let figures: String

  var testDescription: String { name }

  static let all: [RecordedCase] = [
    RecordedCase(
      name: "other spellings of the same facts",
      gold: #"""
        [{"kind": "strike", "status": "reported", "scope": "event", "partOf": null,
          "date": {"start": "2016-02-11", "end": "2016-02-11"},
          "participants": [
            {"operator": "RU", "aircraft": "Su-24M", "class": "bomber", "count": {"min": 2, "max": 2}},
            {"operator": "US", "aircraft": "MQ-9", "class": "drone", "count": null}],
          "counts": {"sorties": {"min": 14, "max": 14}, "strikes": null, "targets": null},
          "departure": "Hmeymim",
          "places": [{"name": "Deir ez-Zor", "country": "SY"}, {"name": "Tell Rifaat", "country": "SY"},
                     {"name": "Palmyra", "country": "SY"}],
          "targets": [{"type": "fighting position", "count": {"min": 3, "max": 3}, "effect": "destroyed",
                       "owner": "isis"},
                      {"type": "vehicle-borne bomb", "effect": "damaged", "owner": "jabhat-al-nusra"}],
          "casualties": [{"who": "fighters", "killed": {"min": 20, "max": null}}],
          "munitions": [{"name": "Paveway IV"}],
          "claims": [{"claimant": "Russian Ministry of Defence", "stance": "asserts"},
                     {"claimant": "Pentagon", "stance": "denies"}]}]
        """#,
      predicted: #"""
        {"id": "a", "kind": "strike", "date": {"start": "2016-02-11", "end": "2016-02-11"}, "participants": [{"operator": "RU", "aircraft": "Sukhoi Su-24", "count": {"min": 2, "max": 2}}, {"operator": "US", "aircraft": "Reaper"}], "counts": {"sorties": {"min": 14, "max": 14}}, "departure": {"name": "Khmeimim air base"}, "places": [{"name": "Dayr Az Zawr city", "country": "SY"}, {"name": "Tal Rifat", "country": "SY"}, {"name": "Tadmur", "country": "SY"}], "targets": [{"type": "ISIL fighting positions", "count": {"min": 3, "max": 3}, "effect": "destroyed", "owner": "isil"}, {"type": "bomb", "effect": "damaged", "owner": "nusra"}], "casualties": [{"who": "people", "killed": {"min": 20, "max": null}}], "munitions": [{"name": "Paveway"}], "claims": [{"claimant": "the Russian Defense Ministry", "stance": "asserts"}, {"claimant": "U.S. Department of Defense", "stance": "denies"}]}
        """#,
      figures: """
        records 1 0 0
        kind 1 0 0
        date 1 0 0
        operator 2 0 0
        aircraft 2 0 0
        aircraftCount 1 0 0
        sorties 1 0 0
        departure 1 0 0
        place 3 0 0
        country 1 0 0
        target 2 0 0
        targetCount 1 0 0
        effect 2 0 0
        owner 2 0 0
        killed 1 0 0
        munition 1 0 0
        claim 2 0 0
        """),
    RecordedCase(
      name: "optional and contested facts neither reward nor punish",
      gold: #"""
        [{"kind": "strike", "status": "disputed", "alt": {"status": "reported", "counts": {"strikes": {"min": 6, "max": 6}},
            "date": {"start": "2017-01-21", "end": "2017-01-21"}},
          "date": {"start": "2017-01-22", "end": "2017-01-22"},
          "participants": [{"operator": "TR", "aircraft": "F-16", "count": {"min": 4, "max": 4}},
                           {"operator": "us-led-coalition", "optional": true},
                           {"operator": "TR", "class": "drone", "optional": true}],
          "counts": {"strikes": {"min": 5, "max": 5}},
          "places": [{"name": "Al-Bab", "country": "SY"}, {"name": "Bzaah", "country": "SY", "optional": true}],
          "targets": [{"type": "shelter", "owner": "isis"}, {"type": "weapon pit", "optional": true}],
          "claims": [{"claimant": "Turkish General Staff", "stance": "asserts", "optional": true}]},
         {"kind": "patrol", "optional": true, "date": {"start": "2017-01-23", "end": "2017-01-23"},
          "participants": [{"operator": "TR"}], "places": [{"name": "Jarabulus", "country": "SY"}]},
         {"kind": "strike", "optional": true, "date": {"start": "2017-01-24", "end": "2017-01-24"},
          "participants": [{"operator": "RU"}], "places": [{"name": "Idlib", "country": "SY"}]}]
        """#,
      predicted: #"""
        {"id": "a", "kind": "strike", "status": "disputed", "date": {"start": "2017-01-21", "end": "2017-01-21"}, "participants": [{"operator": "TR", "aircraft": "F-16", "count": {"min": 4, "max": 4}}, {"operator": "us-led-coalition"}], "counts": {"strikes": {"min": 6, "max": 6}}, "places": [{"name": "Bab", "country": "SY"}, {"name": "Bizaa", "country": "SY"}], "targets": [{"type": "weapon pits", "owner": "isis"}, {"type": "bunker", "count": {"min": 1, "max": 1}}], "claims": [{"claimant": "TSK", "stance": "asserts"}, {"claimant": "Anadolu", "stance": "asserts"}]}
        {"id": "b", "kind": "strike", "date": {"start": "2017-01-23", "end": "2017-01-23"}, "participants": [{"operator": "TR", "class": "fighter"}], "places": [{"name": "Jarablus", "country": "SY"}]}
        """#,
      figures: """
        records 1 0 0
        kind 1 0 0
        operator 1 0 0
        aircraft 1 0 0
        aircraftCount 1 0 0
        place 1 1 0
        country 1 0 0
        target 0 1 1
        targetCount 0 1 0
        owner 1 0 0
        claim 0 1 0
        """),
    RecordedCase(
      name: "totals and their parts",
      gold: #"""
        [{"kind": "strike", "scope": "summary", "date": {"start": "2015-08-02", "end": "2015-08-03"},
          "participants": [{"operator": "us-led-coalition"}], "counts": {"strikes": {"min": 11, "max": 11}}},
         {"kind": "strike", "partOf": 0, "date": {"start": "2015-08-02", "end": "2015-08-03"},
          "participants": [{"operator": "us-led-coalition"}], "counts": {"strikes": {"min": 7, "max": 7}},
          "places": [{"name": "Ramadi", "country": "IQ"}]},
         {"kind": "strike", "partOf": 0, "date": {"start": "2015-08-02", "end": "2015-08-03"},
          "participants": [{"operator": "us-led-coalition"}], "counts": {"strikes": {"min": 4, "max": 4}},
          "places": [{"name": "Bayji", "country": "IQ"}]},
         {"kind": "strike", "scope": "summary", "optional": true, "date": {"start": "2015-07-01", "end": "2015-07-31"},
          "counts": {"sorties": {"min": 90, "max": 90}}, "places": [{"name": "Mosul", "country": "IQ"}]},
         {"kind": "strike", "partOf": 3, "date": {"start": "2015-07-30", "end": "2015-07-30"},
          "participants": [{"operator": "GB", "aircraft": "Tornado GR4"}], "places": [{"name": "Sinjar", "country": "IQ"}]},
         {"kind": "strike", "partOf": null, "date": {"start": "2015-07-29", "end": "2015-07-29"},
          "participants": [{"operator": "FR", "aircraft": "Rafale"}], "places": [{"name": "Tal Afar", "country": "IQ"}]}]
        """#,
      predicted: #"""
        {"id": "0001", "scope": "summary", "date": {"start": "2015-08-02", "end": "2015-08-03"}, "participants": [{"operator": "us-led-coalition"}], "counts": {"strikes": {"min": 11, "max": 11}}}
        {"id": "0002", "partOf": "0001", "date": {"start": "2015-08-02", "end": "2015-08-03"}, "participants": [{"operator": "us-led-coalition"}], "counts": {"strikes": {"min": 7, "max": 7}}, "places": [{"name": "Ar Ramadi", "country": "IQ"}]}
        {"id": "0003", "partOf": "0006", "date": {"start": "2015-08-02", "end": "2015-08-03"}, "participants": [{"operator": "us-led-coalition"}], "counts": {"strikes": {"min": 4, "max": 4}}, "places": [{"name": "Baiji", "country": "IQ"}]}
        {"id": "0005", "partOf": "0001", "date": {"start": "2015-07-30", "end": "2015-07-30"}, "participants": [{"operator": "GB", "aircraft": "Tornado"}], "places": [{"name": "Sinjar", "country": "IQ"}]}
        {"id": "0006", "partOf": "0001", "date": {"start": "2015-07-29", "end": "2015-07-29"}, "participants": [{"operator": "FR", "aircraft": "Mirage 2000"}], "places": [{"name": "Tel Afar", "country": "IQ"}]}
        {"id": "0007", "partOf": "9999", "kind": "patrol", "date": {"start": "2015-06-01", "end": "2015-06-01"}, "places": [{"name": "Anah", "country": "IQ"}]}
        """#,
      figures: """
        records 5 1 0
        kind 5 1 0
        scope 1 0 0
        partOf 1 2 1
        date 5 1 0
        operator 5 0 0
        aircraft 1 1 1
        strikes 3 0 0
        place 4 1 0
        country 4 1 0
        """),
    RecordedCase(
      name: "each record finds the one that it shares most with",
      gold: #"""
        [{"date": {"start": "2016-08-10", "end": "2016-08-10"}, "participants": [{"operator": "SY", "class": "helicopter"}],
          "places": [{"name": "Daraya", "country": "SY"}], "munitions": [{"name": "barrel bomb"}],
          "casualties": [{"who": "civilians", "killed": {"min": 4, "max": 4}, "wounded": {"min": 10, "max": null}}]},
         {"date": {"start": "2016-08-10", "end": "2016-08-10"}, "participants": [{"operator": "RU", "class": "fighter"}],
          "places": [{"name": "Maarat al-Numan", "country": "SY"}],
          "casualties": [{"who": "civilians", "killed": {"min": 7, "max": 7}}],
          "claims": [{"claimant": "SOHR", "stance": "asserts"}, {"claimant": "Kremlin", "stance": "denies"}]},
         {"date": {"start": "2016-08-10", "end": "2016-08-10"}, "participants": [{"operator": "SY"}],
          "places": [{"name": "Saraqib", "country": "SY"}]},
         {"places": [{"name": "Kafr Hamra", "country": "SY"}], "participants": [{"operator": "unknown"}]}]
        """#,
      predicted: #"""
        {"id": "1", "date": {"start": "2016-08-10", "end": "2016-08-10"}, "participants": [{"operator": "SY"}], "places": [{"name": "Saraqeb", "country": "SY"}], "casualties": [{"who": "civilians", "killed": {"min": 7, "max": 7}}]}
        {"id": "2", "date": {"start": "2016-08-10", "end": "2016-08-10"}, "participants": [{"operator": "RU", "class": "fighter"}, {"operator": "SY"}], "places": [{"name": "Maaret al-Nu'man", "country": "SY"}], "claims": [{"claimant": "Syrian Observatory for Human Rights", "stance": "asserts"}, {"claimant": "Russia", "stance": "denies"}]}
        {"id": "3", "date": {"start": "2016-08-10", "end": "2016-08-10"}, "participants": [{"operator": "unknown", "class": "helicopter"}], "places": [{"name": "Darayya", "country": "SY"}], "munitions": [{"name": "barrel bombs"}], "casualties": [{"who": "civilians", "killed": {"min": 5, "max": 5}, "wounded": {"min": 10, "max": null}}]}
        {"id": "4", "date": {"start": "2016-08-11", "end": "2016-08-11"}, "participants": [{"operator": "SY"}], "places": [{"name": "Homs", "country": "SY"}]}
        {"id": "5", "places": [{"name": "Kafar Hamra", "country": "SY"}]}
        """#,
      figures: """
        records 4 1 0
        kind 4 1 0
        date 3 1 0
        operator 2 2 1
        class 2 0 0
        place 3 2 1
        country 4 1 0
        killed 0 2 2
        wounded 1 0 0
        munition 1 0 0
        claim 2 0 0
        """),
    RecordedCase(
      name: "one common fact pairs no records that have more",
      gold: #"""
        [{"participants": [{"operator": "IL"}], "places": [{"name": "Quneitra", "country": "SY"}]},
         {"participants": [{"operator": "IQ"}]}]
        """#,
      predicted: #"""
        {"id": "1", "participants": [{"operator": "IL"}], "places": [{"name": "Gaza", "country": "PS"}]}
        {"id": "2", "participants": [{"operator": "IQ", "aircraft": "F-16IQ"}], "places": [{"name": "Qaim", "country": "IQ"}]}
        """#,
      figures: """
        records 1 1 1
        kind 1 1 1
        operator 1 1 1
        aircraft 0 1 0
        place 0 2 1
        country 0 2 1
        """),
    RecordedCase(
      name: "a text without any record that was given two",
      gold: "[]",
      predicted: #"""
        {"id": "1", "kind": "transport", "status": "planned", "participants": [{"operator": "RU", "aircraft": "Il-76"}]}
        {"id": "2", "scope": "cumulative", "counts": {"targets": {"min": 40, "max": 40}}, "targets": [{"type": "target"}, {"type": "depot", "effect": "targeted", "owner": "unknown"}]}
        """#,
      figures: """
        records 0 2 0
        kind 0 2 0
        status 0 1 0
        scope 0 1 0
        operator 0 1 0
        aircraft 0 1 0
        targets 0 1 0
        target 0 1 0
        """),
    RecordedCase(
      name: "records that nothing answers",
      gold: #"""
        [{"kind": "interception", "participants": [{"operator": "TR", "aircraft": "F-16", "count": {"min": 2, "max": 2}}],
          "targets": [{"type": "Su-24", "count": {"min": 1, "max": 1}, "effect": "destroyed", "owner": "RU"}],
          "places": [{"name": "Hatay", "country": "TR"}, {"name": "Hatay airspace", "country": "TR", "optional": true}]},
         {"kind": "airdrop", "optional": true, "participants": [{"operator": "SY"}], "places": [{"name": "Fuah", "country": "SY"}]}]
        """#,
      predicted: "",
      figures: """
        records 0 0 1
        kind 0 0 1
        operator 0 0 1
        aircraft 0 0 1
        aircraftCount 0 0 1
        place 0 0 1
        country 0 0 1
        target 0 0 1
        targetCount 0 0 1
        effect 0 0 1
        owner 0 0 1
        """),
    RecordedCase(
      name: "counts by type and by class, families and variants",
      gold: #"""
        [{"participants": [{"operator": "US", "aircraft": "F-15E", "count": {"min": 6, "max": 6}},
                           {"operator": "JO", "class": "fighter", "count": {"min": 20, "max": 20}},
                           {"operator": "RU", "aircraft": "Su-34", "count": {"min": 4, "max": 4}},
                           {"operator": "SY", "aircraft": "MiG-23BN"}],
          "places": [{"name": "Raqqa", "country": "SY"}],
          "targets": [{"type": "oil pump jack", "count": {"min": 2, "max": 2}, "effect": "destroyed", "owner": "isis"},
                      {"type": "command and control node", "count": {"min": 1, "max": 1}, "effect": "damaged"},
                      {"type": "fighters", "effect": "killed"}]}]
        """#,
      predicted: #"""
        {"id": "1", "participants": [{"operator": "US", "aircraft": "F-15", "count": {"min": 6, "max": 6}}, {"operator": "JO", "class": "aircraft", "count": {"min": 20, "max": 20}}, {"operator": "RU", "aircraft": "Su-35", "count": {"min": 4, "max": 4}}, {"operator": "SY", "aircraft": "MiG-23ML"}], "places": [{"name": "Ar-Raqqah", "country": "SY"}], "targets": [{"type": "pump jacks", "count": {"min": 2, "max": 2}, "effect": "damaged", "owner": "daesh"}, {"type": "control node", "count": {"min": 2, "max": 2}, "effect": "damaged"}, {"type": "fighter", "effect": "killed", "owner": "unknown-militants"}]}
        """#,
      figures: """
        records 1 0 0
        kind 1 0 0
        operator 4 0 0
        aircraft 1 2 2
        class 0 0 1
        aircraftCount 2 1 1
        place 1 0 0
        country 1 0 0
        target 3 0 0
        targetCount 1 1 1
        effect 2 1 1
        owner 1 0 0
        """),
    RecordedCase(
      name: "records alike to the last fact",
      gold: #"""
        [{"date": {"start": "2016-05-05", "end": "2016-05-05"}, "participants": [{"operator": "RU"}], "places": [{"name": "Aleppo", "country": "SY"}]},
         {"date": {"start": "2016-05-05", "end": "2016-05-05"}, "participants": [{"operator": "RU"}], "places": [{"name": "Aleppo", "country": "SY"}], "counts": {"strikes": {"min": 3, "max": 3}}},
         {"date": {"start": "2016-05-05", "end": "2016-05-05"}, "participants": [{"operator": "SY"}], "places": [{"name": "Aleppo", "country": "SY"}], "optional": true}]
        """#,
      predicted: #"""
        {"id": "1", "date": {"start": "2016-05-05", "end": "2016-05-05"}, "participants": [{"operator": "RU"}], "places": [{"name": "Halab", "country": "SY"}], "counts": {"sorties": {"min": 3, "max": 3}}}
        {"id": "2", "date": {"start": "2016-05-05", "end": "2016-05-05"}, "participants": [{"operator": "RU"}], "places": [{"name": "Aleppo", "country": "SY"}]}
        {"id": "3", "date": {"start": "2016-05-05", "end": "2016-05-05"}, "participants": [{"operator": "RU"}], "places": [{"name": "Aleppo province", "country": "SY"}]}
        {"id": "4", "date": {"start": "2016-05-05", "end": "2016-05-05"}, "participants": [{"operator": "RU"}], "places": [{"name": "Aleppo", "country": "SY"}]}
        """#,
      figures: """
        records 2 1 0
        kind 2 1 0
        date 2 1 0
        operator 2 1 0
        sorties 0 1 0
        strikes 0 0 1
        place 2 1 0
        country 2 1 0
        """),
    RecordedCase(
      name: "day and place outweigh two counts",
      gold: #"""
        [{"date": {"start": "2018-02-20", "end": "2018-02-20"}, "places": [{"name": "Douma"}],
          "counts": {"strikes": {"min": 9, "max": 9}, "sorties": {"min": 12, "max": 12}}}]
        """#,
      predicted: #"""
        {"id": "1", "counts": {"strikes": {"min": 9, "max": 9}, "sorties": {"min": 12, "max": 12}}}
        {"id": "2", "date": {"start": "2018-02-20", "end": "2018-02-20"}, "places": [{"name": "Duma"}]}
        """#,
      figures: """
        records 1 1 0
        kind 1 1 0
        date 1 0 0
        sorties 0 1 1
        strikes 0 1 1
        place 1 0 0
        """),
    RecordedCase(
      name: "an optional record takes what the others leave",
      gold: #"""
        [{"optional": true, "date": {"start": "2018-02-20", "end": "2018-02-20"}, "places": [{"name": "Harasta"}],
          "participants": [{"operator": "SY"}]},
         {"date": {"start": "2018-02-20", "end": "2018-02-20"}, "participants": [{"operator": "SY"}],
          "munitions": [{"name": "barrel bomb"}]}]
        """#,
      predicted: #"""
        {"id": "1", "date": {"start": "2018-02-20", "end": "2018-02-20"}, "places": [{"name": "Harasta"}], "participants": [{"operator": "SY"}]}
        """#,
      figures: """
        records 1 0 0
        kind 1 0 0
        date 1 0 0
        operator 1 0 0
        place 0 1 0
        munition 0 0 1
        """),
  ]
}
