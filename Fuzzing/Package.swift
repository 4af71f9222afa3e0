// swift-tools-version: 6.2
import PackageDescription

/// Coverage-guided fuzzing of the readers with libFuzzer; a package of its own, for everything in it is built with
/// instruments. See `Fuzzing/run`.
let package = Package(
  name: "fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "sortie", path: "..")],
  targets: [
    .executableTarget(
      name: "reader-fuzzer", dependencies: [.product(name: "SortieDocuments", package: "sortie")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ],
  swiftLanguageModes: [.v6]
)
