import SortieDocuments

/// Takes the items of the inputs, has their texts read, and delivers in the same order.
struct RunFeed: ~Copyable {
  private var workers: OrderedWorkers<TextBatch, [RunProduct]>
  private var batch = TextBatch()
  private(set) var delivery: Delivery
  /// What an interrupted run has done already, and how far this one has gone past it.
  private let done: ItemTrail
  private var passed = ItemTrail()

  init(jobs: Int, reader: TextReader, delivery: Delivery, done: ItemTrail = ItemTrail()) {
    workers = OrderedWorkers(count: jobs) { reader.read($0) }
    self.delivery = delivery
    self.done = done
  }

  mutating func add(_ item: RunItem) throws {
    // What comes behind an interruption may come of it: programs that help to read are interrupted, too.
    if Interruption.isRequested { throw Interruption.fault("input") }
    guard passed.count == done.count else { return try skip(item) }
    batch.add(item)
    // A single thread needs no batches.
    if batch.isFull || workers.count == 1 { try handOut() }
  }

  /// Waits for everything.
  mutating func finish() throws {
    guard passed == done else { throw ResumeFault.otherInputs }
    try handOut()
    try workers.finish(to: &delivery) { try $0.take($1) }
  }

  /// Puts the outputs in their places.
  /// - Returns: what the user should know of how they were written.
  mutating func close() throws -> [String] { try delivery.finish() }

  /// Keeps for another run what was done.
  mutating func abandon(isSound: Bool) throws { try delivery.abandon(isSound: isSound) }

  private mutating func handOut() throws {
    guard !batch.items.isEmpty else { return }
    let full = batch
    batch = TextBatch()
    try workers.add(full, weight: full.weight, to: &delivery) { try $0.take($1) }
  }

  private mutating func skip(_ item: RunItem) throws {
    passed.pass(item)
    guard passed.count < done.count || passed == done else { throw ResumeFault.otherInputs }
  }
}
