import SortieSchema

/// The `datapackage.json` of a folder of tables.
///
/// Data Package and Table Schema of the Frictionless specifications, version 1; `unit` is a property of our own.
struct PackageDescriptor {
  let layouts: [Layout]
  let isRaw: Bool
  let fileName: (Layout) -> String

  func write(into buffer: inout [UInt8]) {
    buffer.append(contentsOf: "{\"profile\":\"tabular-data-package\",\"name\":\"sorties\"".utf8)
    string("title", "Air operations as texts report them", &buffer)
    string("description", about, &buffer)
    JSONWriter.key("resources", into: &buffer)
    buffer.append(UInt8(ascii: "["))
    for (index, layout) in layouts.enumerated() {
      buffer.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
      resource(layout, &buffer)
    }
    buffer.append(contentsOf: "\n]}\n".utf8)
  }

  private var about: String {
    let claim = "A record is what a text claims, never what happened. The table wide repeats what the others hold."
    if isRaw { return claim }
    return claim
      + " Cells of text that a spreadsheet would run as a formula (first character = + - @, tab, carriage return) have an "
      + "apostrophe before them; where apostrophes stand before one of those characters, take one away."
  }

  private func resource(_ layout: Layout, _ buffer: inout [UInt8]) {
    buffer.append(contentsOf: "{\"profile\":\"tabular-data-resource\"".utf8)
    string("name", layout.name, &buffer)
    string("path", fileName(layout), &buffer)
    string("description", layout.about, &buffer)
    string("format", "csv", &buffer)
    string("mediatype", "text/csv", &buffer)
    string("encoding", "utf-8", &buffer)
    JSONWriter.key("schema", into: &buffer)
    buffer.append(contentsOf: "{".utf8)
    JSONWriter.key("fields", into: &buffer)
    list(layout.columns, &buffer) { field($0, &$1) }
    strings("missingValues", [""], &buffer)
    strings("primaryKey", layout.key, &buffer)
    if !layout.references.isEmpty {
      JSONWriter.key("foreignKeys", into: &buffer)
      list(layout.references, &buffer) { reference, buffer in
        buffer.append(UInt8(ascii: "{"))
        strings("fields", reference.columns, &buffer)
        JSONWriter.key("reference", into: &buffer)
        buffer.append(UInt8(ascii: "{"))
        string("resource", reference.layout, &buffer)
        strings("fields", reference.keyColumns, &buffer)
        buffer.append(contentsOf: "}}".utf8)
      }
    }
    buffer.append(contentsOf: "}}".utf8)
  }

  private func field(_ column: ColumnDescription, _ buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    string("name", column.name, &buffer)
    string("type", column.kind.rawValue, &buffer)
    string("description", column.about, &buffer)
    if let unit = column.unit { string("unit", unit, &buffer) }
    if column.isRequired || !column.words.isEmpty {
      JSONWriter.key("constraints", into: &buffer)
      buffer.append(UInt8(ascii: "{"))
      if column.isRequired {
        JSONWriter.key("required", into: &buffer)
        JSONWriter.bool(true, into: &buffer)
      }
      if !column.words.isEmpty {
        JSONWriter.key("enum", into: &buffer)
        list(column.words, &buffer) { word, buffer in
          // Numbers of a closed list stand as numbers.
          if column.kind == .integer, let number = Int(word) {
            JSONWriter.integer(number, into: &buffer)
          } else {
            JSONWriter.string(word, into: &buffer)
          }
        }
      }
      buffer.append(UInt8(ascii: "}"))
    }
    buffer.append(UInt8(ascii: "}"))
  }

  private func string(_ key: String, _ value: String, _ buffer: inout [UInt8]) {
    JSONWriter.key(key, into: &buffer)
    JSONWriter.string(value, into: &buffer)
  }

  private func strings(_ key: String, _ values: [String], _ buffer: inout [UInt8]) {
    JSONWriter.key(key, into: &buffer)
    list(values, &buffer) { JSONWriter.string($0, into: &$1) }
  }

  private func list<Item>(_ items: [Item], _ buffer: inout [UInt8], _ write: (Item, inout [UInt8]) -> Void) {
    buffer.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      write(item, &buffer)
    }
    buffer.append(UInt8(ascii: "]"))
  }
}
