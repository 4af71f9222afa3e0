internal import Crypto
internal import SortieGazetteer
internal import SortieSchema

/// Makes records of drafts: what was taken over from the context is filled in, evidence gets its place, ids are given.
struct RecordAssembler {
  let document: DocumentInfo
  let text: [UInt8]
  let provenance: Provenance

  func records(_ drafts: [Draft]) -> [Sortie] {
    var ordinals: [Int: Int] = [:]
    let ids = drafts.map { draft -> String in
      let ordinal = ordinals[draft.anchor.lowerBound, default: 0]
      ordinals[draft.anchor.lowerBound] = ordinal + 1
      return id(anchor: draft.anchor, ordinal: ordinal)
    }
    return drafts.indices.map { index in
      record(drafts[index], id: ids[index], partOf: drafts[index].summary.map { ids[$0] })
    }
  }

  /// First 16 hex digits of SHA-256 over the document's digest, the span of the anchor and an ordinal.
  private func id(anchor: Range<Int>, ordinal: Int) -> String {
    var key = Array((document.sha256 ?? "").utf8)
    for number in [anchor.lowerBound, anchor.upperBound, ordinal] {
      key.append(0x20)
      key.append(contentsOf: String(number).utf8)
    }
    return HexText.of(SHA256.hash(data: key).prefix(8))
  }

  /// How many munitions the text tells, where it tells one number of them; nobody adds several up.
  private func total(of munitions: [Sourced<SortieSchema.Munition>]) -> Sourced<Count>? {
    let counted = munitions.compactMap { told in told.value.count.map { Sourced($0, told.range, by: told.by) } }
    return counted.count == 1 ? counted[0] : nil
  }

  private func record(_ draft: Draft, id: String, partOf: String?) -> Sortie {
    var evidence: [Evidence] = []
    func note(_ slot: String, _ range: Range<Int>, _ by: String) {
      evidence.append(Evidence(slot: slot, start: range.lowerBound, end: range.upperBound, pattern: by))
    }
    for range in draft.sentences { note("", range, "sentence") }
    func taken<Value>(_ values: [Sourced<Value>], _ slot: String) -> [Value] {
      for (index, value) in values.enumerated() { note("/\(slot)/\(index)", value.range, value.by) }
      return values.map(\.value)
    }
    func taken(_ value: Sourced<Count>?, _ slot: String) -> Count? {
      if let value { note("/counts/\(slot)", value.range, value.by) }
      return value?.value
    }
    if let date = draft.date { note("/date", date.range, date.by) }
    if let departure = draft.departure { note("/departure", departure.range, departure.by) }
    let counts = Sortie.Counts(
      sorties: taken(draft.sorties, "sorties"), strikes: taken(draft.strikes, "strikes"),
      engagements: taken(draft.engagements, "engagements"), targets: taken(draft.targetTotal, "targets"),
      munitions: taken(total(of: draft.munitions), "munitions"))
    return Sortie(
      id: id, document: document, kind: draft.kind, status: draft.status, scope: draft.scope, partOf: partOf,
      date: draft.date?.value, participants: taken(draft.participants, "participants"), counts: counts,
      departure: draft.departure?.value, places: taken(draft.places, "places").map(\.place),
      targets: taken(draft.targets, "targets"),
      casualties: taken(draft.casualties.filter(\.value.tellsToll), "casualties"),
      munitions: taken(draft.munitions, "munitions"), claims: taken(draft.claims, "claims"), evidence: evidence,
      confidence: Confidence.of(draft), provenance: provenance)
  }
}

extension Casualty {
  /// Children of a toll that nothing tells are none.
  fileprivate var tellsToll: Bool { killed != nil || wounded != nil }
}
