import Synchronization

/// A value that is made when it is first asked for: most outputs ask for few of them.
final class Deferred<Value: Sendable>: Sendable {
  private final class Made: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private let made = AtomicLazyReference<Made>()
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// Two threads that come first at once may both make it; one value is kept and given to both.
  var value: Value { (made.load() ?? made.storeIfNil(Made(make()))).value }
}
