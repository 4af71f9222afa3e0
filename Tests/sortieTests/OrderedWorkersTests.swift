import Synchronization
import Testing

@testable import sortie

@Suite("Work on several threads")
struct OrderedWorkersTests {
  private struct Refused: Error {}

  /// Work of very different length, so that later pieces are done before earlier ones.
  private static let spin: @Sendable (Int) -> Int = { number in
    var value = number
    for _ in 0..<(number % 7 == 0 ? 200_000 : 100) { value = (value &* 31 &+ 7) % 1_000_003 }
    return number * 2 + (value < 0 ? 1 : 0)
  }

  @Test("What comes of it is given in the order of the work", arguments: [1, 2, 3, 8])
  func order(count: Int) throws {
    var workers = OrderedWorkers(count: count, body: Self.spin)
    var products: [Int] = []
    for number in 0..<500 { try workers.add(number, weight: 1, to: &products) { $0.append($1) } }
    try workers.finish(to: &products) { $0.append($1) }
    #expect(products == (0..<500).map { $0 * 2 })
  }

  @Test("No more pieces are there at a time than a window, fewer where they are heavy", arguments: [1, 3 << 20])
  func window(weight: Int) throws {
    let count = 2
    var workers = OrderedWorkers(count: count, body: Self.spin)
    var delivered = 0
    for number in 0..<200 {
      try workers.add(number, weight: weight, to: &delivered) { count, _ in count += 1 }
      #expect(number + 1 - delivered <= (weight > 1 ? count : 4 * count))
    }
    try workers.finish(to: &delivered) { count, _ in count += 1 }
    #expect(delivered == 200)
  }

  @Test("One piece of work is done by the thread that hands it out")
  func single() throws {
    let threads = Mutex<Int>(0)
    var workers = OrderedWorkers(count: 8) { (number: Int) in
      threads.withLock { $0 += 1 }
      return number
    }
    var products: [Int] = []
    try workers.add(1, weight: 1, to: &products) { $0.append($1) }
    #expect(threads.withLock { $0 } == 0)
    try workers.finish(to: &products) { $0.append($1) }
    #expect(products == [1])
    #expect(threads.withLock { $0 } == 1)
  }

  @Test("What the receiver throws ends the run", arguments: [1, 4])
  func failure(count: Int) {
    var workers = OrderedWorkers(count: count, body: Self.spin)
    var delivered = 0
    #expect(throws: Refused.self) {
      for number in 0..<100 {
        try workers.add(number, weight: 1, to: &delivered) { delivered, _ in
          delivered += 1
          if delivered == 20 { throw Refused() }
        }
      }
    }
    #expect(delivered == 20)
  }
}
