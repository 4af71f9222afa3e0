/// A number as prose tells it: "two" is 2–2, "at least 20" has no maximum, "about 30" is approximate.
public struct Count: Hashable, Sendable {
  /// Smallest number that the words allow; nil where they set no lower bound.
  public var min: Int?
  /// Largest number that the words allow; nil where they set no upper bound.
  public var max: Int?
  /// Told as "about", "some", "nearly".
  public var approximate: Bool
  /// From a word such as "dozens" or "several".
  public var vague: Bool
  /// The words.
  public var text: String?

  public init(min: Int?, max: Int?, approximate: Bool = false, vague: Bool = false, text: String? = nil) {
    self.min = min
    self.max = max
    self.approximate = approximate
    self.vague = vague
    self.text = text
  }

  public init(exactly value: Int, text: String? = nil) {
    self.init(min: value, max: value, text: text)
  }

  /// The one number to reckon with: the minimum where there is one, else the maximum.
  public var bestFigure: Int? { min ?? max }
}
