import Testing

/// What the reference scorer gave for the corpus with faults.
struct PerturbedFigures: Sendable, CustomTestStringConvertible {
  let seed: UInt64
  /// `slot matched spurious missing`.
  let figures: String
  /// Style, texts, F1 of records and of slots.
  let styles: String

  var testDescription: String { "seed \(seed)" }

  static let all: [PerturbedFigures] = [
    PerturbedFigures(
      seed: 1,
      figures: """
        records 426 22 35
        kind 402 46 59
        status 6 20 1
        scope 68 2 5
        partOf 69 4 21
        date 315 25 69
        operator 356 15 98
        aircraft 111 25 41
        class 26 14 7
        aircraftCount 46 9 21
        sorties 40 6 12
        strikes 134 17 44
        targets 34 3 8
        departure 6 2 6
        place 381 89 141
        country 350 14 70
        target 398 154 167
        targetCount 289 141 177
        effect 224 109 98
        owner 209 54 48
        killed 127 12 50
        wounded 29 7 16
        munition 65 9 22
        claim 150 127 145
        """,
      styles: """
        A 10 0.971 0.797
        B 8 0.900 0.690
        C 6 0.900 0.714
        D 5 0.842 0.691
        E 5 0.952 0.807
        F 7 0.970 0.822
        G 6 0.960 0.794
        H 8 0.727 0.646
        I 5 0.978 0.829
        M-coalition 20 0.909 0.727
        M-france 17 0.940 0.789
        M-netherlands 6 1.000 0.809
        M-none 1 1.000 0.667
        M-other 18 0.919 0.739
        M-russia 22 0.931 0.758
        M-united_kingdom 40 0.932 0.800
        N-news 55 0.947 0.798
        seed 1 1.000 0.846
        """),
    PerturbedFigures(
      seed: 2,
      figures: """
        records 421 24 40
        kind 403 42 58
        status 6 24 1
        scope 65 2 8
        partOf 70 1 18
        date 315 27 69
        operator 360 23 94
        aircraft 114 37 38
        class 25 14 8
        aircraftCount 46 13 21
        sorties 44 5 8
        strikes 136 20 42
        targets 35 4 7
        departure 10 0 2
        place 407 64 115
        country 353 18 67
        target 429 106 136
        targetCount 294 98 172
        effect 242 86 80
        owner 209 52 48
        killed 123 14 54
        wounded 32 5 13
        munition 65 13 22
        claim 164 141 131
        """,
      styles: """
        A 10 0.923 0.788
        B 8 0.977 0.852
        C 6 0.842 0.788
        D 5 0.952 0.800
        E 5 0.952 0.909
        F 7 0.933 0.762
        G 6 0.917 0.721
        H 8 0.800 0.727
        I 5 0.977 0.840
        M-coalition 20 0.933 0.770
        M-france 17 0.929 0.824
        M-netherlands 6 0.909 0.819
        M-none 1 1.000 1.000
        M-other 18 0.889 0.808
        M-russia 22 0.915 0.779
        M-united_kingdom 40 0.910 0.772
        N-news 55 0.946 0.811
        seed 1 1.000 0.926
        """),
    PerturbedFigures(
      seed: 3,
      figures: """
        records 418 15 43
        kind 388 45 73
        status 7 21 0
        scope 65 2 8
        partOf 65 4 22
        date 307 18 77
        operator 365 11 89
        aircraft 108 35 44
        class 25 11 8
        aircraftCount 44 9 23
        sorties 39 7 13
        strikes 136 14 42
        targets 29 6 13
        departure 7 1 5
        place 399 70 123
        country 347 9 73
        target 412 98 153
        targetCount 293 95 173
        effect 230 81 92
        owner 201 51 56
        killed 124 28 53
        wounded 30 5 15
        munition 63 2 24
        claim 179 114 116
        """,
      styles: """
        A 10 0.941 0.805
        B 8 0.977 0.818
        C 6 1.000 0.857
        D 5 1.000 0.819
        E 5 0.952 0.821
        F 7 0.968 0.815
        G 6 0.960 0.792
        H 8 0.800 0.793
        I 5 0.955 0.847
        M-coalition 20 0.957 0.774
        M-france 17 0.941 0.801
        M-netherlands 6 1.000 0.857
        M-none 1 1.000 1.000
        M-other 18 0.970 0.822
        M-russia 22 0.900 0.770
        M-united_kingdom 40 0.900 0.741
        N-news 55 0.914 0.797
        seed 1 1.000 0.778
        """),
  ]
}
