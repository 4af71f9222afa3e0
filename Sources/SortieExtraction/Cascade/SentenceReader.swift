internal import PCRE2
internal import ReportText
internal import SortieGazetteer
internal import SortiePatterns

/// Reads single sentences: finds their names, then lets the cascade loose on them.
final class SentenceReader {
  let gazetteer: Gazetteer
  let words: Words
  private let cascade: Cascade
  private let marking: NameMarking

  convenience init(library: PatternLibrary, gazetteer: Gazetteer, words: Words) {
    self.init(cascade: Cascade(library: library), gazetteer: gazetteer, words: words)
  }

  init(cascade: Cascade, gazetteer: Gazetteer, words: Words) {
    self.gazetteer = gazetteer
    self.words = words
    self.cascade = cascade
    marking = NameMarking(
      gazetteer: gazetteer,
      plainWords: [
        words.language.aircraftClasses, words.language.placeKinds, words.language.plainWords,
        words.language.classAdjectives,
      ],
      dayNames: [words.language.months, words.language.weekdays],
      placeCues: words.language.placeCues, placePrepositions: words.language.placePrepositions,
      relations: words.language.relations, munitionVerbs: words.language.munitionVerbs,
      aircraftClasses: words.language.aircraftClasses, nounOpeners: words.language.nounOpeners)
  }

  /// - Parameter goal: where it cannot be reached any more, the reading is broken off.
  func read(_ range: Range<Int>, goal: Goal? = nil, workspace: inout Workspace) -> Cascade.Reading {
    let text = words.text.bytes
    var found: [Mention] = []
    gazetteer.mentions(in: text, range: range, into: &found)
    workspace.work.sentences += 1
    workspace.work.names += found.count
    var names: [(mark: Mark, mention: Mention)] = []
    var before: Mark?
    for (index, mention) in found.enumerated() {
      let next = index + 1 < found.count ? found[index + 1].range.lowerBound : text.count
      let previous = index > 0 ? found[index - 1].range.upperBound : range.lowerBound
      before = marking.mark(for: mention, previous: previous, before: before, next: next, in: text)
      if let before { names.append((before, mention)) }
    }
    return cascade.read(text: text, range: range, names: names, goal: goal, workspace: &workspace, accepts: accepts)
  }

  /// The last word on matches whose sense a regex cannot judge.
  private func accepts(_ node: Node, _ nodes: [Node]) -> Bool {
    switch node.mark {
    case .toll: PhraseReader(words: words, gazetteer: gazetteer, nodes: nodes).isToll(node)
    case .hit: PhraseReader(words: words, gazetteer: gazetteer, nodes: nodes).isHit(node)
    case .force: PhraseReader(words: words, gazetteer: gazetteer, nodes: nodes).isForce(node)
    case .strike: PhraseReader(words: words, gazetteer: gazetteer, nodes: nodes).isStrike(node)
    case .weapon: PhraseReader(words: words, gazetteer: gazetteer, nodes: nodes).isWeapon(node)
    case .item: PhraseReader(words: words, gazetteer: gazetteer, nodes: nodes).isThing(node)
    case .where: PhraseReader(words: words, gazetteer: gazetteer, nodes: nodes).isPlaceList(node)
    default: true
    }
  }
}
