// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: what the language will ask anyway, and no warning left behind.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Test targets may use what tests commonly use.
let strictTests: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "sortie",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "sortie", targets: ["sortie"]),
    .library(
      name: "SortieExtraction",
      targets: ["SortieExtraction", "SortieSchema", "SortieGazetteer", "SortiePatterns", "SortieExport"]),
    .library(name: "SortieDocuments", targets: ["SortieDocuments", "SortieSchema"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]),
    .systemLibrary(
      name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"]), .brew(["uchardet"])]),
    .target(name: "CHTMLTree", dependencies: ["CGumbo"]),
    .target(
      name: "CCharacterSets", dependencies: ["CUchardet"],
      linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
    .target(name: "CBundledData", exclude: ["compiled.bin"]),
    .target(
      name: "BundledData", dependencies: ["CBundledData", "TextScan"], swiftSettings: strict + [.strictMemorySafety()]),
    .target(name: "CReportPage", exclude: ["report.css", "report.js", "outlines.csv"]),
    .target(name: "PCRE2", dependencies: ["CPCRE2"], swiftSettings: strict + [.strictMemorySafety()]),
    .target(name: "Archive", dependencies: ["CArchive"], swiftSettings: strict + [.strictMemorySafety()]),
    .target(name: "Expat", dependencies: ["CExpat"], swiftSettings: strict + [.strictMemorySafety()]),
    .target(name: "ChildProcess", swiftSettings: strict + [.strictMemorySafety()]),
    .target(name: "HTMLTree", dependencies: ["CHTMLTree"], swiftSettings: strict + [.strictMemorySafety()]),
    .target(
      name: "CharacterSets", dependencies: ["CCharacterSets"], swiftSettings: strict + [.strictMemorySafety()]),
    .target(name: "CTextScan"),
    .target(name: "TextScan", dependencies: ["CTextScan"], swiftSettings: strict + [.strictMemorySafety()]),
    .target(name: "ReportText", dependencies: ["TextScan"], swiftSettings: strict),
    .target(name: "SortieSchema", swiftSettings: strict),
    .target(name: "SortieGazetteer", dependencies: ["ReportText", "TextScan"], swiftSettings: strict),
    .target(
      name: "SortiePatterns",
      dependencies: ["PCRE2", "ReportText", "TextScan", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "SortieExtraction",
      dependencies: [
        "ReportText", "SortieSchema", "SortieGazetteer", "SortiePatterns", "PCRE2", "TextScan",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "SortieDocuments",
      dependencies: ["Archive", "Expat", "CharacterSets", "HTMLTree", "ReportText", "SortieSchema", "TextScan"],
      swiftSettings: strict),
    .target(
      name: "SortieExport",
      dependencies: [
        "CReportPage", "SortieSchema", "TextScan", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .target(name: "XlsxWriter", dependencies: ["CXlsxWriter"], swiftSettings: strict + [.strictMemorySafety()]),
    .target(
      name: "SortieWorkbooks",
      dependencies: [
        "SortieSchema", "SortieExport", "XlsxWriter", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(name: "SortieEvaluation", dependencies: ["SortieSchema"], swiftSettings: strict),
    .executableTarget(
      name: "sortie",
      dependencies: [
        "BundledData", "ReportText", "SortieSchema", "SortieGazetteer", "SortiePatterns", "SortieExtraction",
        "SortieDocuments", "SortieExport", "SortieWorkbooks", "SortieEvaluation", "ChildProcess", "TextScan",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .testTarget(name: "BundledDataTests", dependencies: ["BundledData"], swiftSettings: strictTests),
    .testTarget(name: "PCRE2Tests", dependencies: ["PCRE2"], swiftSettings: strictTests),
    .testTarget(name: "ArchiveTests", dependencies: ["Archive"], swiftSettings: strictTests),
    .testTarget(name: "ExpatTests", dependencies: ["Expat"], swiftSettings: strictTests),
    .testTarget(name: "XlsxWriterTests", dependencies: ["XlsxWriter"], swiftSettings: strictTests),
    .testTarget(name: "HTMLTreeTests", dependencies: ["HTMLTree"], swiftSettings: strictTests),
    .testTarget(name: "TextScanTests", dependencies: ["TextScan"], swiftSettings: strictTests),
    .testTarget(name: "ReportTextTests", dependencies: ["ReportText"], swiftSettings: strictTests),
    .target(
      name: "RecordMaking", dependencies: ["SortieSchema"], path: "Tests/RecordMaking", swiftSettings: strict),
    .testTarget(
      name: "SortieSchemaTests", dependencies: ["SortieSchema", "RecordMaking"], swiftSettings: strictTests),
    .testTarget(
      name: "SortieGazetteerTests", dependencies: ["SortieGazetteer", "ReportText"], swiftSettings: strictTests),
    .testTarget(
      name: "SortiePatternsTests", dependencies: ["SortiePatterns", "PCRE2", "TextScan"], swiftSettings: strictTests),
    .testTarget(
      name: "SortieExtractionTests",
      dependencies: [
        "SortieExtraction", "SortieExport", "SortieEvaluation", "SortieDocuments", "ReportText",
        "SortieSchema", "SortieGazetteer", "SortiePatterns", "PCRE2", "RecordMaking",
      ],
      exclude: ["accuracy-floors.json", "work-figures.json"],
      swiftSettings: strictTests),
    .testTarget(
      name: "SortieDocumentsTests", dependencies: ["SortieDocuments", "ReportText", "SortieSchema", "RecordMaking"],
      exclude: ["Pages"], swiftSettings: strictTests),
    .testTarget(
      name: "SortieExportTests",
      dependencies: [
        "SortieExport", "SortieSchema", "RecordMaking", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strictTests),
    .testTarget(
      name: "SortieWorkbooksTests",
      dependencies: [
        "SortieWorkbooks", "SortieExport", "SortieDocuments", "SortieSchema", "RecordMaking",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strictTests),
    .testTarget(
      name: "SortieEvaluationTests", dependencies: ["SortieEvaluation", "RecordMaking"], swiftSettings: strictTests),
    .testTarget(
      name: "sortieTests",
      dependencies: [
        "sortie", "ReportText", "SortieSchema", "SortieGazetteer", "SortiePatterns", "SortieExtraction",
        "SortieDocuments", "TextScan",
        "SortieExport", "SortieWorkbooks", "SortieEvaluation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strictTests),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
