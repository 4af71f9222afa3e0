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

  /// Taylor series around 0, good to 1e-9 for |x| ≤ π/2.
  private static func cosine(_ x: Double) -> Double {
    let y = x * x
    return 1 - y / 2 * (1 - y / 12 * (1 - y / 30 * (1 - y / 56 * (1 - y / 90 * (1 - y / 132)))))
  }
}
