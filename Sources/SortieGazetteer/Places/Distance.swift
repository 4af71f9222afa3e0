/// Distances on the globe.
public enum Distance {
  /// Great-circle distance of two points given in degrees.
  public static func kilometres(
    _ a: (latitude: Double, longitude: Double), _ b: (latitude: Double, longitude: Double)
  ) -> Double {
    // Equirectangular: within 0.1 % over the few hundred kilometres that matter here, and without trigonometry of a
    // C library but for one cosine.
    let radians = Double.pi / 180
    let x = (b.longitude - a.longitude) * radians * cosine((a.latitude + b.latitude) / 2 * radians)
    let y = (b.latitude - a.latitude) * radians
    return 6371 * (x * x + y * y).squareRoot()
  }

  /// The point that lies so far from another.
  /// - Parameter bearing: degrees from north, clockwise.
  public static func point(
    from origin: (latitude: Double, longitude: Double), kilometres: Double, bearing: Double
  ) -> (latitude: Double, longitude: Double) {
    let radians = Double.pi / 180
    let degrees = kilometres / 6371 / radians
    // Bearings beyond 90° lie mirrored, for the series holds up to there.
    let turned = bearing > 180 ? bearing - 360 : bearing
    let north = abs(turned) <= 90 ? cosine(turned * radians) : -cosine((180 - abs(turned)) * radians)
    let east = (turned < 0 ? -1 : 1) * (1 - north * north).squareRoot()
    return (
      origin.latitude + degrees * north,
      origin.longitude + degrees * east / max(0.01, cosine(origin.latitude * radians))
    )
  }

  /// Taylor series around 0, good to 1e-9 for |x| ≤ π/2.
  private static func cosine(_ x: Double) -> Double {
    let y = x * x
    return 1 - y / 2 * (1 - y / 12 * (1 - y / 30 * (1 - y / 56 * (1 - y / 90 * (1 - y / 132)))))
  }
}
