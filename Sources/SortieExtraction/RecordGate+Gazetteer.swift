public import SortieGazetteer
public import SortieSchema

extension RecordGate {
  /// Doubts operators that fly no such aircraft by what a gazetteer says of both.
  public init(_ gazetteer: Gazetteer) {
    self.init {
      let operators = OperatorTable(gazetteer)
      return { operators.flies($0, $1) }
    }
  }
}
