extension ValidationRule {
  /// The first bombs were dropped from an aeroplane in this year.
  static let firstYearOfBombing = 1911
  /// Places of one action that lie farther apart are likely to be read wrongly.
  static let farthestKm = 600.0

  /// What can be, but is hardly so.
  static let plausibilityRules = [
    ValidationRule(
      id: "date-after-publication", severity: .warning, about: "What was flown lies before its publication."
    ) { sortie, _ in
      guard sortie.status != .planned, let published = sortie.document.published,
        let start = sortie.date?.start ?? sortie.date?.end
      else { return nil }
      // A month or a year that is not over may well be told; only its start has to be in the past.
      let last = sortie.date?.precision == .day || sortie.date?.precision == .range ? sortie.date?.end ?? start : start
      return last > published ? "\(last) is after the publication on \(published)" : nil
    },
    ValidationRule(
      id: "date-before-air-war", severity: .warning, about: "No air action is older than 1911."
    ) { sortie, _ in
      guard let start = sortie.date?.start ?? sortie.date?.end, start.year < firstYearOfBombing else { return nil }
      return "\(start) is before \(firstYearOfBombing)"
    },
    ValidationRule(
      id: "operator-flies-type", severity: .warning, about: "The operator flies the aircraft type."
    ) { sortie, context in
      guard let operatorFlies = context.operatorFlies else { return nil }
      for (index, participant) in sortie.participants.enumerated() {
        guard let aircraft = participant.aircraft, participant.operator != Participant.unknownOperator else { continue }
        if operatorFlies(participant.operator, aircraft) == false {
          return "/participants/\(index): \(participant.operator) is not known to fly the \(aircraft)"
        }
      }
      return nil
    },
    ValidationRule(
      id: "place-far-from-others", severity: .warning, about: "Places of one action lie within 600 km of each other."
    ) { sortie, _ in
      let points = sortie.places.compactMap { place in
        place.latitude.flatMap { latitude in place.longitude.map { (place.name, latitude, $0) } }
      }
      guard points.count > 1 else { return nil }
      for (index, point) in points.enumerated() {
        // A place is far off where it is far from all others, not merely at the end of a long list.
        let nearest = points.enumerated().filter { $0.offset != index }
          .map { GreatCircle.kilometres(from: (point.1, point.2), to: ($0.element.1, $0.element.2)) }.min()
        if let nearest, nearest > farthestKm {
          return "'\(point.0)' is \(Int(nearest)) km from the nearest other place"
        }
      }
      return nil
    },
  ]
}
