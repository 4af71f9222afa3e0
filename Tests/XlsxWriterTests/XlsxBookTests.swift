import Foundation
import Testing
import XlsxWriter

/// A place for one workbook, gone when the test ends.
private func withPath<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "xlsx-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.appending(path: "book.xlsx").path(percentEncoded: false))
}

/// A workbook without sheets, gone when the test ends.
private func withBook(_ body: (XlsxBook) throws -> Void) throws {
  try withPath { path in try body(XlsxBook(path: path, title: "", created: 0)) }
}

@Suite struct XlsxBookTests {
  private func write(to path: String) throws {
    let book = try XlsxBook(path: path, title: "Sorties", created: 1_420_070_400)
    let sheet = try book.addSheet("Sorties")
    try sheet.write("=1+1", row: 0, column: 0)
    try sheet.write(4.5, row: 0, column: 1)
    try sheet.write(true, row: 1, column: 0)
    try book.close()
  }

  @Test("The same calls give the same bytes")
  func sameBytes() throws {
    let (first, second) = try withPath { path in
      try write(to: path)
      let first = try Data(contentsOf: URL(filePath: path))
      try write(to: path)
      return (first, try Data(contentsOf: URL(filePath: path)))
    }
    #expect(first == second)
    #expect(first.prefix(2) == Data("PK".utf8))
  }

  @Test("A row that was left cannot be written any more")
  func rowsInOrder() throws {
    try withBook { book in
      let sheet = try book.addSheet("Sorties")
      try sheet.write("b", row: 5, column: 0)
      #expect(throws: XlsxFault.self) { try sheet.write("a", row: 4, column: 0) }
      try book.close()
    }
  }

  @Test("Names that Excel refuses are refused", arguments: ["a/b", "a:b", String(repeating: "n", count: 32)])
  func sheetNames(name: String) throws {
    try withBook { book in
      #expect(throws: XlsxFault.self) { _ = try book.addSheet(name) }
    }
  }

  @Test("Nothing can be written into a closed book")
  func closed() throws {
    try withBook { book in
      let sheet = try book.addSheet("Sorties")
      try sheet.write("a", row: 0, column: 0)
      try book.close()
      #expect(throws: XlsxFault.self) { try sheet.write("b", row: 1, column: 0) }
      #expect(throws: XlsxFault.self) { _ = try book.addSheet("Claims") }
    }
  }

  @Test("A file that cannot be made is a fault in the library's own words")
  func unwritable() throws {
    try withPath { path in
      let book = try XlsxBook(path: path + "/no/such/folder.xlsx", title: "", created: 0)
      _ = try book.addSheet("Sorties")
      let fault = #expect(throws: XlsxFault.self) { try book.close() }
      #expect(fault?.description.isEmpty == false)
    }
  }
}
