internal import Synchronization

/// Values by their numbers, each made when it is first asked for, by any number of threads.
final class LazyRows<Value: Sendable>: Sendable {
  private final class Kept: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  /// Empty until a value is asked for.
  private let rows = Mutex<[Kept?]>([])
  private let count: Int

  init(count: Int) { self.count = count }

  /// Two threads that come first at once may both make the value; one is kept.
  func row(_ index: Int, otherwise make: () -> Value) -> Value {
    if let kept = rows.withLock({ $0.isEmpty ? nil : $0[index] }) { return kept.value }
    let made = Kept(make())
    rows.withLock {
      if $0.isEmpty { $0 = [Kept?](repeating: nil, count: count) }
      $0[index] = made
    }
    return made.value
  }
}

/// The rows of one table, over all layers. What an entry is like is told by a closure: the start of the program would
/// otherwise look for the conformance of each.
final class DecodedRows<Entry: Sendable>: Sendable {
  private let table: Table
  private let layers: [CompiledTables]
  private let decode: @Sendable ([String]) -> Entry
  let count: Int
  private let rows: LazyRows<Entry>
  private let names = AtomicLazyReference<Names>()

  private final class Names: Sendable {
    let numbers: [String: Int]
    init(_ numbers: [String: Int]) { self.numbers = numbers }
  }

  init(_ table: Table, _ layers: [CompiledTables], decode: @escaping @Sendable ([String]) -> Entry) {
    self.table = table
    self.layers = layers
    self.decode = decode
    count = layers.reduce(0) { $0 + $1.count(table) }
    rows = LazyRows(count: count)
  }

  subscript(index: Int) -> Entry {
    rows.row(index) {
      let (layer, local) = place(index)
      return decode(layer.fields(table, local))
    }
  }

  /// The name of a row, without reading the rest of it.
  func name(_ index: Int) -> String {
    let (layer, local) = place(index)
    return layer.field(table, local, 1)
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
      if local < layer.count(table) { return (layer, local) }
      local -= layer.count(table)
    }
    preconditionFailure("no entry \(index) in the table \(table.fileName)")
  }
}
