internal import TextScan

/// How much a gazetteer holds.
public struct GazetteerStatistics: Equatable, Sendable {
  /// Entries that no pack replaces, and all their names, by table.
  public var entries: [Table: Int] = [:]
  public var names: [Table: Int] = [:]
  /// Places by feature, by country, and those with a point.
  public var features: [String: Int] = [:]
  public var countries: [String: Int] = [:]
  public var placesWithPoint = 0
  public var compiledBytes = 0
}

extension Gazetteer {
  public var statistics: GazetteerStatistics {
    var statistics = GazetteerStatistics()
    let tables = sourceTables
    for table in Table.allCases {
      statistics.entries[table] = tables[table].count
      statistics.names[table] = tables[table].reduce(0) { $0 + TableCompiler.names(of: $1, table).count }
    }
    for row in tables[.place] {
      statistics.features[row.fields[4], default: 0] += 1
      statistics.countries[row.fields[7], default: 0] += 1
      if !row.fields[8].isEmpty { statistics.placesWithPoint += 1 }
    }
    statistics.compiledBytes = layers.reduce(0) { $0 + $1.bytes.count }
    return statistics
  }
}
