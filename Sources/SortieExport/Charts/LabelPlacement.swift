/// Finds room for labels beside points, so that none lies on another.
struct LabelPlacement {
  private struct Box {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private var taken: [Box] = []
  private let width: Double
  private let height: Double

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Keeps labels off a point.
  mutating func reserve(x: Double, y: Double, radius: Double) {
    taken.append(Box(left: x - radius, top: y - radius, right: x + radius, bottom: y + radius))
  }

  /// Takes room for a label around the middle of its base line.
  /// - Returns: false where there is none.
  mutating func take(middle: (x: Double, y: Double), width labelWidth: Double, height labelHeight: Double) -> Bool {
    take(
      Box(
        left: middle.x - labelWidth / 2, top: middle.y - labelHeight, right: middle.x + labelWidth / 2,
        bottom: middle.y + 4))
  }

  private mutating func take(_ box: Box) -> Bool {
    guard box.left >= 0, box.right <= width, box.top >= 0, box.bottom <= height else { return false }
    guard !taken.contains(where: box.overlaps) else { return false }
    taken.append(box)
    return true
  }

  /// Where the base line of a label begins, or ends; nil where there is no room on any side.
  mutating func room(
    for labelWidth: Double, height labelHeight: Double, beside point: (x: Double, y: Double), radius: Double
  ) -> (x: Double, y: Double, anchor: Canvas.Anchor)? {
    let gap = radius + 3
    let sides: [(x: Double, y: Double, anchor: Canvas.Anchor, left: Double)] = [
      (point.x + gap, point.y + 4, .start, point.x + gap),
      (point.x - gap, point.y + 4, .end, point.x - gap - labelWidth),
      (point.x, point.y - gap - 1, .middle, point.x - labelWidth / 2),
      (point.x, point.y + gap + 9, .middle, point.x - labelWidth / 2),
    ]
    for side in sides {
      let box = Box(
        left: side.left - 2, top: side.y - labelHeight + 2, right: side.left + labelWidth + 2, bottom: side.y + 3)
      if take(box) { return (side.x, side.y, side.anchor) }
    }
    return nil
  }
}
