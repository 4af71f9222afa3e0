// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that the program needs nothing of what measures it. The traits of the benchmark package that
// replace the allocator and count in the runtime are left out: they need libraries beside Swift.
let package = Package(
  name: "sortie-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "sortie", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Parts",
      dependencies: [
        .product(name: "SortieExtraction", package: "sortie"),
        .product(name: "SortieDocuments", package: "sortie"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Parts",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ],
  swiftLanguageModes: [.v6]
)
