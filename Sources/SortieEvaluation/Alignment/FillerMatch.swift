/// How the facts of a gold record and of the record that answers it go together, by index.
struct FillerMatch {
  var matched: [(gold: Int, predicted: Int)] = []
  var missing: [Int] = []
  var spurious: [Int] = []

  /// Gives each gold fact the first predicted fact of its slot that agrees and is still free.
  ///
  /// What is required chooses first; what an optional fact takes is then neither right nor spurious.
  /// - Parameter allRequired: counts optional gold facts as if they were not.
  init(gold: Fillers, predicted: Fillers, allRequired: Bool = false) {
    var taken = Array(repeating: false, count: predicted.list.count)
    func take(_ filler: Filler) -> Int? {
      for (index, candidate) in predicted.list.enumerated() where !taken[index] && filler.agrees(with: candidate) {
        taken[index] = true
        return index
      }
      return nil
    }
    for (index, filler) in gold.list.enumerated() where allRequired || !filler.isOptional {
      if let answer = take(filler) { matched.append((index, answer)) } else { missing.append(index) }
    }
    if !allRequired {
      for filler in gold.list where filler.isOptional { _ = take(filler) }
    }
    spurious = taken.indices.filter { !taken[$0] }
  }
}
