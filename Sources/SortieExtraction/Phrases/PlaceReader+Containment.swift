internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns
internal import SortieSchema

/// What lies in what, of the places that one phrase names.
extension PhraseReader {
  func contains(_ outer: Spot, _ inner: Spot) -> Bool { PlaceRelations.contains(outer.draft, inner.draft) }

  /// "Saraqib, Idlib": the city's name stands for its province.
  func names(_ outer: Spot, provinceOf inner: Spot) -> Bool {
    guard let admin = inner.place.admin1 else {
      // A quarter that no table holds, in the capital of a province.
      return inner.place.id == nil && outer.place.canonical != nil && outer.place.canonical == outer.place.admin1
    }
    return outer.place.id != inner.place.id && outer.place.canonical == admin
  }

  /// "Tirbespiye (al-Qahtaniyah)": a second name of one place, by which a table may know it.
  func isOtherName(_ second: Spot, of first: inout Spot, _ between: Range<Int>) -> Bool {
    guard first.level == 4, second.level == 4, between.count <= 3, first.place.id == nil || second.place.id == nil,
      words.string(between).contains("("), words.text.bytes.indices.contains(second.range.upperBound),
      words.text.bytes[second.range.upperBound] == UInt8(ascii: ")")
    else { return false }
    if first.place.id == nil, second.place.id != nil {
      let name = first.place.name
      first.place = second.place
      first.place.name = name
      first.by = second.by
    }
    return true
  }

  /// Whether two places are joined by "and" or a word like it.
  func joins(_ range: Range<Int>) -> Bool {
    words.folded(range).split(whereSeparator: { !$0.isLetter && $0 != "&" }).contains {
      words.language.conjunctions[String($0)] != nil
    }
  }

  func adopt(_ inner: inout Spot, from outer: Spot) {
    if inner.place.country == nil { inner.place.country = outer.place.country }
    if inner.place.admin1 == nil, outer.level >= 2 { inner.place.admin1 = outer.place.admin1 ?? outer.place.canonical }
  }
}
