import SortieSchema

@testable import SortieExtraction

/// Drafts made by hand, and slots that change them.
enum DraftSample {
  /// A strike told in one sentence; sentences are ten bytes long.
  static func strike(sentence: Int = 0, _ slots: Slot...) -> Draft {
    var draft = Draft(
      anchor: sentence * 10..<sentence * 10 + 5, sentence: sentence, range: sentence * 10..<sentence * 10 + 9)
    draft.hasAction = true
    for slot in slots { slot.set(&draft) }
    return draft
  }

  /// Something that a draft tells.
  struct Slot: Sendable {
    let set: @Sendable (inout Draft) -> Void

    private static func sourced<Value>(_ value: Value) -> Sourced<Value> { Sourced(value, 0..<1, by: "sample") }

    static func strikes(_ count: Int) -> Slot { Slot { $0.strikes = sourced(Count(exactly: count)) } }
    static func strikes(atLeast count: Int) -> Slot { Slot { $0.strikes = sourced(Count(min: count, max: nil)) } }
    static func sorties(_ count: Int) -> Slot { Slot { $0.sorties = sourced(Count(exactly: count)) } }
    static func kind(_ kind: Sortie.Kind) -> Slot { Slot { $0.kind = kind } }

    static func date(_ first: String, _ last: String? = nil) -> Slot {
      Slot {
        $0.date = sourced(
          SortieDate(
            start: CalendarDate(iso: first), end: CalendarDate(iso: last ?? first),
            precision: last == nil ? .day : .range,
            basis: .explicit))
        $0.ownsDate = true
      }
    }

    /// - Parameter aircraft: type, where it is told.
    static func by(_ operator: String, _ aircraft: String? = nil) -> Slot {
      Slot {
        $0.participants.append(sourced(Participant(operator: `operator`, aircraft: aircraft)))
        $0.ownsOperator = true
      }
    }

    static func country(_ code: String) -> Slot { place(Place(id: code, name: code, country: code), level: 0) }
    static func province(_ name: String) -> Slot {
      place(Place(id: "province-" + name, name: name, canonical: name, country: "SY"), level: 2)
    }
    static func town(_ name: String, in province: String, bearing: String? = nil) -> Slot {
      place(Place(id: name, name: name, canonical: name, admin1: province, country: "SY", bearing: bearing), level: 4)
    }
    private static func place(_ place: Place, level: Int) -> Slot {
      Slot { $0.places.append(sourced(DraftPlace(place: place, level: level))) }
    }

    static func killed(_ count: Int, _ who: Casualty.Who = .people) -> Slot {
      Slot { $0.casualties.append(sourced(Casualty(who: who, killed: Count(exactly: count)))) }
    }
    static func target(_ type: String, _ count: Int? = nil) -> Slot {
      Slot { $0.targets.append(sourced(Target(type: type, count: count.map { Count(exactly: $0) }))) }
    }
    /// The text's own number of things hit.
    static func targetTotal(_ count: Int) -> Slot { Slot { $0.targetTotal = sourced(Count(exactly: count)) } }
    /// "Including 4 for intelligence".
    static let toldAsPart = Slot { $0.isToldAsPart = true }
    /// - Parameter offset: where the claim stands in the text.
    static func claim(
      _ claimant: String, _ kind: Claim.Kind, _ stance: Claim.Stance = .asserts, at offset: Int = 0
    ) -> Slot {
      Slot {
        $0.claims.append(
          Sourced(Claim(claimant: claimant, stance: stance, kind: kind), offset..<offset + 1, by: "sample"))
      }
    }

    /// A running total.
    static let cumulative = Slot { $0.isCumulative = true }
    /// "Another".
    static let another = Slot { $0.isAnother = true }
    /// "The strikes".
    static let definite = Slot { $0.isDefinite = true }
    static let headline = Slot { $0.isHeadline = true }
    /// Without a word of striking or flying.
    static let noAction = Slot { $0.hasAction = false }
    /// "The city".
    static let samePlace = Slot { $0.refersToPlace = true }
  }
}
