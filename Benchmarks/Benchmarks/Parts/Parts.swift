import Benchmark
import SortieDocuments
import SortieExport
import SortieExtraction
import SortieGazetteer
import SortiePatterns
import SortieSchema

/// The parts of a run, each over the texts of all fixtures; throughput is in runs over all of them.
let benchmarks: @Sendable () -> Void = {
  let material: Material
  do { material = try Material() } catch { fatalError("the repository's data cannot be read: \(error)") }

  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .instructions, .throughput, .peakMemoryResident],
    warmupIterations: 2, maxDuration: .seconds(5), maxIterations: 1_000)

  Benchmark("Mentions: names of the gazetteer") { benchmark in
    for _ in benchmark.scaledIterations {
      for text in material.texts { blackHole(material.gazetteer.mentions(in: text.bytes)) }
    }
  }

  Benchmark("Extraction: texts of the fixtures") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(material.results()) }
  }

  let prose = Array(
    String(repeating: "The council met again and spoke at length of bread and roads. ", count: 4_000).utf8)
  Benchmark("Mentions: 250 kB of prose") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(material.gazetteer.mentions(in: prose)) }
  }

  Benchmark("Extraction: 250 kB of prose without a trigger") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(material.extractor.read(prose, document: DocumentInfo(id: "prose")))
    }
  }

  let results = material.results()
  for format in SortieFormats.all {
    Benchmark("Writing: \(format.name)") { benchmark in
      for _ in benchmark.scaledIterations { blackHole(format.write(results)) }
    }
  }

  Benchmark("Reading: JSON Lines") { benchmark in
    let lines = try material.lines()
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      var source: any ByteSource = BytesInMemory(lines)
      var count = 0
      try JSONLinesReader.read(&source, name: "fixtures.jsonl") { item in
        if case .document(let document) = item { count += document.text.count }
      }
      guard count > 0 else { fatalError("no text was read") }
    }
  }

  Benchmark("Data: gazetteer from its compiled form") { benchmark in
    let compiled = material.gazetteer.encode()
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try Gazetteer(compiled: compiled)) }
  }
}
