internal import Synchronization

/// Values by their numbers, each made when it is first asked for, by any number of threads.
final class LazyRows<Value: Sendable>: Sendable {
  private final class Kept: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private final class Place: Sendable {
    let kept = AtomicLazyReference<Kept>()
  }

  private let places: [Place]

  init(count: Int) { places = (0..<count).map { _ in Place() } }

  /// Two threads that come first at once may both make the value; one is kept and given to both.
  func row(_ index: Int, otherwise make: () -> Value) -> Value {
    let place = places[index]
    return (place.kept.load() ?? place.kept.storeIfNil(Kept(make()))).value
  }
}

/// The rows of one table, over all layers.
final class DecodedRows<Entry: GazetteerEntry>: Sendable {
  private let layers: [CompiledTables]
  let count: Int
  private let rows = AtomicLazyReference<LazyRows<Entry>>()
  private let names = AtomicLazyReference<Names>()

  private final class Names: Sendable {
    let numbers: [String: Int]
    init(_ numbers: [String: Int]) { self.numbers = numbers }
  }

  init(_ layers: [CompiledTables]) {
    self.layers = layers
    count = layers.reduce(0) { $0 + $1.count(Entry.table) }
  }

  subscript(index: Int) -> Entry {
    let rows = rows.load() ?? rows.storeIfNil(LazyRows(count: count))
    return rows.row(index) {
      let (layer, local) = place(index)
      return Entry(fields: layer.fields(Entry.table, local))
    }
  }

  /// The name of a row, without reading the rest of it.
  func name(_ index: Int) -> String {
    let (layer, local) = place(index)
    return layer.field(Entry.table, local, 1)
  }

  /// The first row of a name.
  func first(named name: String) -> Int? {
    if let known = names.load() { return known.numbers[name] }
    let numbers = Dictionary((0..<count).lazy.map { (self.name($0), $0) }) { first, _ in first }
    return names.storeIfNil(Names(numbers)).numbers[name]
  }

  private func place(_ index: Int) -> (layer: CompiledTables, local: Int) {
    var local = index
    for layer in layers {
      if local < layer.count(Entry.table) { return (layer, local) }
      local -= layer.count(Entry.table)
    }
    preconditionFailure("no entry \(index) in the table \(Entry.table.fileName)")
  }
}
