/// Circles on the outlines of countries: their area is the figure of the place.
struct MapChart {
  struct Spot {
    let name: String
    let region: String?
    let point: GeoPoint
    let figures: Figures
  }

  let spots: [Spot]
  let view: MapView
  let outlines: Outlines
  /// Spots beyond the edges, the greatest first.
  let beyond: [Spot]

  private let countryNames: [CountryName]
  /// Points and names of countries, on which no name of a place may lie.
  private let labels: LabelPlacement

  private static let countrySize = 10.0
  private static let greatestRadius = 24.0
  private static let mostLabels = 24

  /// Nil where no place has a point.
  init?(_ totals: ChartTotals, outlines: Outlines, width: Double, height: Double, showsAll: Bool = false) {
    spots = totals.places.values.compactMap { place in
      place.point.map { Spot(name: place.name, region: place.region, point: $0, figures: place.figures) }
    }.sorted {
      ($1.figures.actions, $1.figures.strikes, $0.name, $0.point.latitude, $0.point.longitude)
        < ($0.figures.actions, $0.figures.strikes, $1.name, $1.point.latitude, $1.point.longitude)
    }
    let weighted = spots.map { (point: $0.point, weight: max(1, $0.figures.actions)) }
    let inner = showsAll ? GeoBox(around: spots.map(\.point)) : MapView.window(weighted)
    guard let inner else { return nil }
    let view = MapView(around: inner, width: width, height: height)
    self.view = view
    self.outlines = outlines
    beyond = spots.filter { !view.box.contains($0.point) }
    var labels = LabelPlacement(width: width, height: height)
    for spot in spots {
      let (x, y) = view.place(spot.point)
      labels.reserve(x: x, y: y, radius: 3)
    }
    countryNames = Self.place(outlines.countries, in: view, labels: &labels)
    self.labels = labels
  }

  func drawLand(on canvas: inout Canvas) {
    canvas.group(["stroke": "currentColor", "stroke-opacity": ".35", "stroke-width": ".8", "stroke-linejoin": "round"])
    {
      canvas in
      for country in outlines.countries where country.bounds.overlaps(view.box) {
        let path = country.lines.map { self.path($0, isClosed: true) }.joined()
        if path.isEmpty { continue }
        canvas.markup.element("path", ["d": path, "fill": "currentColor", "fill-opacity": ".07"], text: "")
      }
      for border in outlines.disputed where border.bounds.overlaps(view.box) {
        let path = border.lines.map { self.path($0, isClosed: false) }.joined()
        canvas.markup.element("path", ["d": path, "fill": "none", "stroke-dasharray": "3 3"]) { markup in
          markup.element("title", text: border.name)
        }
      }
    }
  }

  /// Names of the countries whose middle is on the map, moved a little where a circle lies there.
  func drawCountryNames(on canvas: inout Canvas) {
    canvas.group(["letter-spacing": "1.5", "aria-hidden": "true"]) { canvas in
      for name in countryNames {
        canvas.text(name.text, x: name.x, y: name.y, size: Self.countrySize, anchor: .middle, isFaint: true)
      }
    }
  }

  private typealias CountryName = (text: String, x: Double, y: Double)

  private static func place(
    _ countries: [Outlines.Shape], in view: MapView, labels: inout LabelPlacement
  ) -> [CountryName] {
    countries.compactMap { country in
      guard view.box.contains(country.label) else { return nil }
      let name = country.name.uppercased()
      let (x, y) = view.place(country.label)
      let width = Canvas.width(of: name, size: countrySize) * 1.3
      guard isRoomy(country, for: width, in: view) else { return nil }
      for shift in [0.0, -18, 18, -36, 36, -54, 54] where labels.take(middle: (x, y + shift), width: width, height: 12)
      {
        return (name, x, y + shift)
      }
      return nil
    }
  }

  /// Whether the name of a country is not much wider than the country.
  private static func isRoomy(_ country: Outlines.Shape, for width: Double, in view: MapView) -> Bool {
    let west = view.place(GeoPoint(longitude: country.bounds.west, latitude: country.label.latitude)).x
    let east = view.place(GeoPoint(longitude: country.bounds.east, latitude: country.label.latitude)).x
    return east - west > width * 0.8
  }

  func drawSpots(_ measure: Measure, on canvas: inout Canvas) {
    let drawn = spots.filter { $0.figures[measure] > 0 && view.box.contains($0.point) }
      .sorted { ($1.figures[measure], $0.name) < ($0.figures[measure], $1.name) }
    guard let greatest = drawn.first?.figures[measure] else { return }
    func radius(_ spot: Spot) -> Double {
      max(3.5, Self.greatestRadius * (Double(spot.figures[measure]) / Double(max(greatest, 12))).squareRoot())
    }
    for spot in drawn {
      let (x, y) = view.place(spot.point)
      let region = spot.region.map { " (\($0))" } ?? ""
      canvas.markup.element(
        "circle",
        [
          "cx": Canvas.number(x), "cy": Canvas.number(y), "r": Canvas.number(radius(spot)), "fill": Palette.single,
          "fill-opacity": ".55", "stroke": Palette.single, "stroke-width": "1",
        ]
      ) { markup in
        markup.element(
          "title", text: "\(spot.name)\(region): \(Axis.label(spot.figures[measure])) \(measure.rawValue)")
      }
    }
    var labels = self.labels
    var count = 0
    for spot in drawn where count < Self.mostLabels {
      let (x, y) = view.place(spot.point)
      let name = Canvas.fitted(spot.name, width: 150, size: 11.5)
      guard
        let place = labels.room(
          for: Canvas.width(of: name, size: 11.5), height: 13, beside: (x, y), radius: radius(spot))
      else { continue }
      count += 1
      canvas.group([
        "class": "halo", "paint-order": "stroke", "stroke": "#fff", "stroke-width": "3", "stroke-linejoin": "round",
        // By the middle of the circle the report's program keeps names beside circles when it draws them nearer.
        "data-x": Canvas.number(x), "data-y": Canvas.number(y),
      ]) { canvas in
        canvas.text(name, x: place.x, y: place.y, size: 11.5, anchor: place.anchor, isBold: true)
      }
    }
  }

  /// A ring or a line in steps of tenths of a pixel, without points that fall together.
  private func path(_ line: [GeoPoint], isClosed: Bool) -> String {
    var path = ""
    var last: (x: Int, y: Int)?
    var count = 0
    for point in line {
      let place = view.place(point)
      let now = (x: Int((place.x * 2).rounded()) * 5, y: Int((place.y * 2).rounded()) * 5)
      guard let before = last else {
        path = "M\(Self.tenths(now.x)) \(Self.tenths(now.y))l"
        last = now
        continue
      }
      if now == before { continue }
      if count > 0 { path += " " }
      path += "\(Self.tenths(now.x - before.x)) \(Self.tenths(now.y - before.y))"
      last = now
      count += 1
    }
    guard count > (isClosed ? 2 : 0) else { return "" }
    return isClosed ? path + "z" : path
  }

  private static func tenths(_ value: Int) -> String { Canvas.number(Double(value) / 10) }
}
