public import SortieSchema

/// How outputs that are brought up to date mark records that their text gave before and, read again, gives no more.
public enum WithdrawnRecords {
  /// The rule of the finding that such a record carries.
  public static let rule = "no-longer-read"
  public static let finding = Finding(rule: rule, message: "read again, the text does not give this record any more")

  /// Columns whose sums would still count the record; they are emptied.
  public static let netColumns = Layout.wide.columns.map(\.name).filter { $0.hasSuffix("_net") }
}
