import Dispatch

/// Does pieces of work on several threads and gives what comes of them in the order of the work.
///
/// Whoever hands out the work takes part in it: a thread that waits for the oldest piece does another one meanwhile, so
/// that `count` threads are busy and none only waits. Threads begin with the second piece: little work pays for none. No
/// more than a window of pieces is there at a time, whatever the amount of work.
///
/// Tasks of Swift's own pool are not used because readers of inputs call back and cannot be suspended: to feed tasks from
/// them, a thread of that pool would have to be blocked.
struct OrderedWorkers<Work: Sendable, Product: Sendable>: ~Copyable {
  /// Pieces at a time for each thread; fewer where they are heavy.
  private static var piecesEach: Int { 4 }
  private static var weightEach: Int { 1 << 20 }

  let count: Int
  private let body: @Sendable (Work) -> Product
  private let queue = WorkQueue<Work, Product>()
  private var window: [(piece: WorkPiece<Work, Product>, weight: Int)] = []
  private var weight = 0
  private var hasThreads = false

  /// - Parameter count: of threads, the caller's own among them.
  init(count: Int, body: @escaping @Sendable (Work) -> Product) {
    self.count = max(1, count)
    self.body = body
  }

  deinit { queue.close(threads: count - 1) }

  /// Hands out a piece of work.
  /// - Parameters:
  ///   - weight: roughly the bytes that it holds.
  ///   - deliver: is given what came of earlier pieces, one after the other; what it throws ends the run.
  mutating func add<Receiver>(
    _ work: Work, weight: Int, to receiver: inout Receiver, deliver: (inout Receiver, Product) throws -> Void
  ) throws {
    guard count > 1 else { return try deliver(&receiver, body(work)) }
    let piece = WorkPiece<Work, Product>(work)
    window.append((piece, weight))
    self.weight += weight
    queue.add(piece)
    if window.count > 1 { startThreads() }
    while let product = window.first?.piece.product { try deliver(&receiver, dropFirst(with: product)) }
    while isFull { try deliver(&receiver, dropFirst(with: oldest())) }
  }

  /// Gives what comes of the pieces that are left.
  mutating func finish<Receiver>(
    to receiver: inout Receiver, deliver: (inout Receiver, Product) throws -> Void
  ) throws {
    while !window.isEmpty { try deliver(&receiver, dropFirst(with: oldest())) }
  }

  private var isFull: Bool {
    window.count >= count * Self.piecesEach || window.count > count && weight > count * Self.weightEach
  }

  private mutating func dropFirst(with product: Product) -> Product {
    weight -= window.removeFirst().weight
    return product
  }

  private mutating func startThreads() {
    guard !hasThreads else { return }
    hasThreads = true
    for _ in 1..<count {
      DispatchQueue.global().async { [queue, body] in
        while let piece = queue.next() { piece.run(body) }
      }
    }
  }

  /// Does pieces until the oldest is done, and waits only where all are under way.
  private func oldest() -> Product {
    let first = window[0].piece
    while true {
      if let product = first.product { return product }
      if let piece = queue.nextIfAny() { piece.run(body) } else { first.wait() }
    }
  }
}
