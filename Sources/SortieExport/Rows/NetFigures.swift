import SortieSchema

/// Figures of the records of one text that can simply be added up.
///
/// A text that tells "24 strikes, 20 of them in Syria" gives a summary of 24 and a part of 20. Added up as they are they
/// would make 44; the net figures are 4 and 20.
struct NetFigures {
  /// One for each record; nil where the record has no figure of its own, or is a running total.
  let values: [Int?]

  /// - Parameters:
  ///   - records: all records of one text.
  ///   - figure: the figure that is to be added up.
  init(of records: [Sortie], parents: [Int?], figure: (Sortie) -> Count?) {
    var children: [[Int]] = Array(repeating: [], count: records.count)
    for (index, parent) in parents.enumerated() {
      if let parent { children[parent].append(index) }
    }
    var values: [Int?] = Array(repeating: nil, count: records.count)
    // What a record and everything below it say in all. A summary of which the text tells no number stands for the
    // sum of its parts, so that the total above it is not counted twice.
    func total(_ index: Int) -> Int {
      let below = children[index].reduce(0) { $0 + total($1) }
      guard records[index].scope != .cumulative, let own = figure(records[index])?.bestFigure else { return below }
      let net = max(0, own - below)
      values[index] = net
      return net + below
    }
    for index in records.indices where parents[index] == nil { _ = total(index) }
    self.values = values
  }

  /// The figure of a record that stands for itself.
  static func own(_ scope: Sortie.Scope, _ figure: Int?) -> Int? {
    scope == .cumulative ? nil : figure.map { max(0, $0) }
  }

  /// Place of each record's summary among the records of its text, nil where it has none; nil where no record has one,
  /// as in most texts.
  ///
  /// A part whose summary is not there, is a running total, or is in the end a part of the part itself stands alone.
  static func parents(of records: [Sortie]) -> [Int?]? {
    // By index, for a record that is handed on is copied.
    guard records.indices.contains(where: { records[$0].partOf != nil }) else { return nil }
    let place = placeByID(records)
    var parents = records.indices.map { index in
      records[index].partOf.flatMap(place).flatMap { records[$0].scope == .cumulative ? nil : $0 }
    }
    for index in records.indices {
      var next = parents[index]
      var steps = 0
      while let place = next {
        steps += 1
        // As many steps as there are records lead round in a circle.
        guard place != index, steps <= records.count else {
          parents[index] = nil
          break
        }
        next = parents[place]
      }
    }
    return parents
  }

  /// The first record of an id.
  private static func placeByID(_ records: [Sortie]) -> (String) -> Int? {
    // Most texts give few records: looking through them is cheaper than a dictionary.
    guard records.count > 16 else {
      return { id in records.indices.first { records[$0].id == id } }
    }
    var places: [String: Int] = [:]
    for index in records.indices where places[records[index].id] == nil { places[records[index].id] = index }
    return { places[$0] }
  }
}
