#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Distances on the globe.
enum GreatCircle {
  /// Mean radius of the earth.
  private static let radiusKm = 6371.0

  /// Kilometres between two points of latitude and longitude in degrees (haversine formula).
  static func kilometres(from a: (Double, Double), to b: (Double, Double)) -> Double {
    let toRadians = Double.pi / 180
    let halfLatitude = sin((b.0 - a.0) * toRadians / 2)
    let halfLongitude = sin((b.1 - a.1) * toRadians / 2)
    let chord =
      halfLatitude * halfLatitude + cos(a.0 * toRadians) * cos(b.0 * toRadians) * halfLongitude * halfLongitude
    return 2 * radiusKm * asin(min(1, chord.squareRoot()))
  }
}
