/// The sketches of the texts read last, found by what they have in common.
///
/// Two generations are held, so that memory has a bound: when the younger is full it takes the place of the older.
struct SketchIndex: Sendable {
  /// Sketches of one generation; about 1 kB each with their keys.
  static let generationLength = 50_000

  private struct Generation {
    var sketches: [TextSketch] = []
    var byBand: [UInt64: [Int32]] = [:]
  }

  private var young = Generation()
  private var old = Generation()

  /// The first text of which a text is a reprint; nil where there is none.
  func original(of sketch: TextSketch) -> String? {
    let bands = sketch.bands
    for generation in [old, young] {
      let candidates = Set(bands.flatMap { generation.byBand[$0] ?? [] })
      for number in candidates.sorted() {
        let other = generation.sketches[Int(number)]
        if sketch.likeness(to: other) >= CopyRegister.likeness, sketch.agrees(with: other) { return other.document }
      }
    }
    return nil
  }

  mutating func add(_ sketch: TextSketch) {
    if young.sketches.count == Self.generationLength {
      old = young
      young = Generation()
    }
    let number = Int32(young.sketches.count)
    young.sketches.append(sketch)
    // Boilerplate makes bands that many share; beyond some dozens they tell nothing.
    for band in sketch.bands where (young.byBand[band]?.count ?? 0) < 64 {
      young.byBand[band, default: []].append(number)
    }
  }
}
