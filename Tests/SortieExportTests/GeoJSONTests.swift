import SortieExport
import SortieSchema
import Testing

@Suite("Map layers")
struct GeoJSONTests {
  private func geometry(_ places: [Place]) throws -> JSONValue? {
    let bytes = GeoJSONFormat.write([Sample.result([Sample.record { $0.places = places }])])
    return try JSONValue(parsing: bytes)["features"]?.array?.first?["geometry"]
  }

  private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

  @Test("A place is a point, longitude first")
  func point() throws {
    let place = Place(name: "Marea", latitude: 36.5, longitude: 37, precision: .point)
    #expect(try geometry([place]) == json("{\"type\":\"Point\",\"coordinates\":[37,36.5]}"))
  }

  @Test("Several places are several points of one feature")
  func points() throws {
    let places = [Place(name: "a", latitude: 1, longitude: 2), Place(name: "b", latitude: 3, longitude: 4)]
    #expect(try geometry(places) == json("{\"type\":\"MultiPoint\",\"coordinates\":[[2,1],[4,3]]}"))
  }

  @Test("A record without a point of its own keeps its feature with a null geometry")
  func none() throws {
    #expect(try geometry([])?.isNull == true)
    let area = Place(name: "Hama", latitude: 35, longitude: 37, precision: .province)
    #expect(try geometry([area])?.isNull == true)
  }

  @Test("Properties have the types of their columns")
  func properties() throws {
    let bytes = GeoJSONFormat.write([Sample.result([Sample.full])])
    let properties = try #require(JSONValue(parsing: bytes)["features"]?.array?.first?["properties"])
    for column in Layout.wide.columns {
      let value = try #require(properties[column.name])
      let expected = ["integer": "number", "date": "string"][column.kind.rawValue] ?? column.kind.rawValue
      #expect(value.isNull || value.typeName == expected, "\(column.name)")
    }
    #expect(properties["sorties_net"]?.integer == 6)
    #expect(properties["date_start"]?.string == "2017-01-21")
  }
}
