extension ValidationRule {
  /// Values outside what they can be.
  static let rangeRules = [
    ValidationRule(
      id: "count-range", severity: .error, about: "A count is not negative and its minimum not above its maximum."
    ) { sortie, _ in
      let isWrong = sortie.hasCount { count in
        (count.min ?? 0) < 0 || (count.max ?? 0) < 0 || (count.min ?? 0) > (count.max ?? .max)
      }
      guard isWrong else { return nil }
      for (pointer, count) in sortie.allCounts {
        if let min = count.min, min < 0 { return "\(pointer)/min is \(min)" }
        if let max = count.max, max < 0 { return "\(pointer)/max is \(max)" }
        if let min = count.min, let max = count.max, min > max { return "\(pointer) is from \(min) to \(max)" }
      }
      return nil
    },
    ValidationRule(id: "date-order", severity: .error, about: "A date does not end before it starts.") { sortie, _ in
      guard let start = sortie.date?.start, let end = sortie.date?.end, end < start else { return nil }
      return "\(end) is before \(start)"
    },
    ValidationRule(
      id: "coordinates-range", severity: .error,
      about: "Latitude and longitude stand together, within 90 and 180 degrees."
    ) { sortie, _ in
      let isTold = sortie.hasPlace { $0.latitude != nil || $0.longitude != nil || $0.distanceKm != nil }
      guard isTold else { return nil }
      for (pointer, place) in sortie.allPlaces {
        if (place.latitude == nil) != (place.longitude == nil) {
          return "\(pointer) has one coordinate without the other"
        }
        // Written so that not-a-number fails, too.
        if let latitude = place.latitude, !(abs(latitude) <= 90) { return "\(pointer)/latitude is \(latitude)" }
        if let longitude = place.longitude, !(abs(longitude) <= 180) { return "\(pointer)/longitude is \(longitude)" }
        if let distance = place.distanceKm, !(distance >= 0 && distance.isFinite) {
          return "\(pointer)/distanceKm is \(distance)"
        }
      }
      return nil
    },
    ValidationRule(
      id: "coordinates-of-area", severity: .warning,
      about: "A province or a country has no coordinates: its middle is not the point of the action."
    ) { sortie, _ in
      guard sortie.hasPlace({ $0.precision == .province || $0.precision == .country }) else { return nil }
      for (pointer, place) in sortie.allPlaces where place.latitude != nil || place.longitude != nil {
        if place.precision == .province || place.precision == .country {
          return "\(pointer) '\(place.name)' is an area and has coordinates"
        }
      }
      return nil
    },
    ValidationRule(id: "confidence-range", severity: .error, about: "Confidence is from 0 to 1.") { sortie, _ in
      (0...1).contains(sortie.confidence) ? nil : "confidence is \(sortie.confidence)"
    },
    ValidationRule(
      id: "evidence-range", severity: .error, about: "Evidence lies inside the text and is not turned around."
    ) { sortie, context in
      for (index, evidence) in sortie.evidence.enumerated() {
        if evidence.start < 0 || evidence.end < evidence.start {
          return "/evidence/\(index) is from \(evidence.start) to \(evidence.end)"
        }
        if let length = context.textLength, evidence.end > length {
          return "/evidence/\(index) ends at \(evidence.end), the text at \(length)"
        }
      }
      return nil
    },
  ]
}
