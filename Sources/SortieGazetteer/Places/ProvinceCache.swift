internal import Synchronization

/// Provinces that texts told lately: most texts name the same few again and again.
final class ProvinceCache: Sendable {
  private static let most = 256
  private let known = Mutex<[String: Province]>([:])

  func province(_ name: String, otherwise make: () -> Province) -> Province {
    if let province = known.withLock({ $0[name] }) { return province }
    let made = make()
    known.withLock {
      if $0.count >= Self.most { $0.removeAll(keepingCapacity: true) }
      $0[name] = made
    }
    return made
  }
}
