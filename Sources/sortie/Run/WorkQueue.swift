import Dispatch
import Synchronization

/// One piece of work and what comes of it. Whoever takes it out of the queue does it.
final class WorkPiece<Work: Sendable, Product: Sendable>: Sendable {
  private let work: Work
  private let done = Mutex<Product?>(nil)
  private let end = DispatchSemaphore(value: 0)

  init(_ work: Work) { self.work = work }

  func run(_ body: (Work) -> Product) {
    let product = body(work)
    done.withLock { $0 = product }
    end.signal()
  }

  /// Nil as long as the work is not done.
  var product: Product? { done.withLock { $0 } }

  func wait() { end.wait() }
}

/// The pieces that nobody has begun, the oldest first.
final class WorkQueue<Work: Sendable, Product: Sendable>: Sendable {
  private let pieces = Mutex<(waiting: [WorkPiece<Work, Product>], isClosed: Bool)>(([], false))
  private let changes = DispatchSemaphore(value: 0)

  func add(_ piece: WorkPiece<Work, Product>) {
    pieces.withLock { $0.waiting.append(piece) }
    changes.signal()
  }

  /// Nil where all are begun.
  func nextIfAny() -> WorkPiece<Work, Product>? {
    pieces.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
  }

  /// Waits for a piece; nil when there will be none.
  func next() -> WorkPiece<Work, Product>? {
    while true {
      changes.wait()
      let (piece, isClosed) = pieces.withLock {
        ($0.isClosed || $0.waiting.isEmpty ? nil : $0.waiting.removeFirst(), $0.isClosed)
      }
      if piece != nil || isClosed { return piece }
    }
  }

  /// Lets the threads go; what nobody has begun stays undone.
  func close(threads: Int) {
    pieces.withLock { $0.isClosed = true }
    for _ in 0..<threads { changes.signal() }
  }
}
