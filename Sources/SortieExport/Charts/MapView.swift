#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The part of the globe that a map shows, and where its points lie on the drawing.
///
/// Parallels and meridians are straight; a degree of longitude is as long as it is in the middle of the map.
struct MapView {
  let box: GeoBox
  let width: Double
  let height: Double
  private let pixelsPerDegree: (longitude: Double, latitude: Double)

  /// The smallest view with the proportions of the drawing around a box, and some room beside it.
  init(around inner: GeoBox, width: Double, height: Double) {
    let middle = GeoPoint(longitude: (inner.west + inner.east) / 2, latitude: (inner.south + inner.north) / 2)
    let shrink = max(0.2, cos(middle.latitude * .pi / 180))
    let wide = max((inner.east - inner.west) * 1.24, 3) * shrink
    let high = max((inner.north - inner.south) * 1.24, 2.4)
    let scale = min(width / wide, height / high)
    let halfWidth = width / scale / shrink / 2
    let halfHeight = height / scale / 2
    box = GeoBox(
      west: middle.longitude - halfWidth, south: middle.latitude - halfHeight, east: middle.longitude + halfWidth,
      north: middle.latitude + halfHeight)
    self.width = width
    self.height = height
    pixelsPerDegree = (scale * shrink, scale)
  }

  func place(_ point: GeoPoint) -> (x: Double, y: Double) {
    (
      (point.longitude - box.west) * pixelsPerDegree.longitude,
      (box.north - point.latitude) * pixelsPerDegree.latitude
    )
  }

  /// The window in which most of the figures lie, where all of them would make a map on which nothing can be told apart.
  static func window(_ points: [(point: GeoPoint, weight: Int)]) -> GeoBox? {
    guard let all = GeoBox(around: points.map(\.point)) else { return nil }
    let (wide, high) = (16.0, 11.0)
    if all.east - all.west <= wide, all.north - all.south <= high { return all }
    var best: (weight: Int, points: [GeoPoint]) = (-1, [])
    for (middle, _) in points {
      let window = GeoBox(
        west: middle.longitude - wide / 2, south: middle.latitude - high / 2, east: middle.longitude + wide / 2,
        north: middle.latitude + high / 2)
      let inside = points.filter { window.contains($0.point) }
      let weight = inside.reduce(0) { Figures.sum($0, $1.weight) }
      if weight > best.weight { best = (weight, inside.map(\.point)) }
    }
    return GeoBox(around: best.points)
  }
}
