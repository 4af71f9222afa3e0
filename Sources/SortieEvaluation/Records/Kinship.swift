/// Which record of one text is the summary of which.
struct Kinship {
  private let parents: [Int?]

  init(_ records: [CodedRecord]) {
    var places: [String: Int] = [:]
    for (index, record) in records.enumerated() { places[record.id ?? String(index)] = index }
    parents = records.map { record in
      record.partOf.flatMap { name in places[name] ?? Int(name).flatMap { records.indices.contains($0) ? $0 : nil } }
    }
  }

  /// Index of the summary that the record is a part of; nil where it is none, or names a record that is not there.
  func parent(of index: Int) -> Int? { parents[index] }
}
