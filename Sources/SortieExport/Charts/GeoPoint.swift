/// A point on the globe, in degrees.
struct GeoPoint: Equatable, Sendable {
  let longitude: Double
  let latitude: Double

  init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Nil where no such point is on the globe.
  init?(_ point: (latitude: Double, longitude: Double)) {
    guard (-90...90).contains(point.latitude), (-180...180).contains(point.longitude) else { return nil }
    self.init(longitude: point.longitude, latitude: point.latitude)
  }
}
