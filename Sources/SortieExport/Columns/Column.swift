import SortieSchema

/// One column of the wide table: one value of every record.
struct Column: Sendable {
  /// What the values are, as a data package names types.
  enum Kind: String, Sendable { case string, integer, number, boolean, date }

  let name: String
  let kind: Kind
  /// What the value means and how it comes about, for `sortie schema --columns`.
  let about: String
  let value: @Sendable (RecordRow) -> Cell

  init(_ name: String, _ kind: Kind, _ about: String, value: @escaping @Sendable (RecordRow) -> Cell) {
    self.name = name
    self.kind = kind
    self.about = about
    self.value = value
  }

  /// The columns of the wide table in their order; it is a contract with everybody's spreadsheets.
  static let all: [Column] =
    identity + date + action + participants + counts + departure + places + effects + casualties + exactness + claims
    + judgement
}

/// A column as it is explained to users.
public struct ColumnDocumentation: Hashable, Sendable {
  public let name: String
  /// `string`, `integer`, `number`, `boolean` or `date`.
  public let type: String
  public let meaning: String

  /// The columns of the CSV in their order.
  public static var all: [ColumnDocumentation] {
    Column.all.map { ColumnDocumentation(name: $0.name, type: $0.kind.rawValue, meaning: $0.about) }
  }
}
