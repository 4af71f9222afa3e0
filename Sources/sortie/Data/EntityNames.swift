import SortieGazetteer

/// Names of states, coalitions and groups by the ids that records have for them.
struct EntityNames {
  private let byId: [String: String]

  init(_ gazetteer: Gazetteer) {
    var byId: [String: String] = [:]
    for group in gazetteer.groups.current { byId[group.id] = group.name }
    for force in gazetteer.airForces.current where ["state", "coalition", "group"].contains(force.kind) {
      byId[force.operatorCode] = force.name
    }
    self.byId = byId
  }

  /// Nil where the gazetteer has no such id.
  subscript(id: String) -> String? { byId[id] }
}
