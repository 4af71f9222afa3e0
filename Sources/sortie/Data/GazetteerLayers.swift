import SortieGazetteer

/// The gazetteer that a command reads: that of the program, and what the user lays over it.
///
/// Each path is a pack (a compiled file, or a folder that holds one) or a folder of tables. A folder that holds every
/// table stands for the gazetteer of the program; all else is laid over what came before it, entry by entry by id.
struct GazetteerLayers {
  /// The compiled file that `sortie gazetteer import` writes into a folder.
  static let packName = "pack.bin"

  let gazetteer: Gazetteer
  /// The first 16 hex digits of the SHA-256 of what was read.
  let digest: String

  init(_ paths: [String], embedded: () throws -> CompiledData.Section) throws {
    var layers: [(gazetteer: Gazetteer, section: CompiledData.Section)] = []
    var isWhole = false
    for path in paths {
      let layer = try Self.layer(path)
      if layer.isWhole {
        layers = []
        isWhole = true
      }
      layers.append((layer.gazetteer, layer.section))
    }
    if !isWhole {
      let own = try embedded()
      layers.insert((try Gazetteer(compiled: own.bytes), own), at: 0)
    }
    gazetteer = layers.dropFirst().reduce(layers[0].gazetteer) { $0.adding(pack: $1.gazetteer) }
    digest = layers.count == 1 ? layers[0].section.name : CompiledData.Section(layers.flatMap(\.section.digest)).name
  }

  private static func layer(
    _ path: String
  ) throws -> (gazetteer: Gazetteer, section: CompiledData.Section, isWhole: Bool) {
    let isFolder = FileTree.kind(of: path) == .folder
    let pack = isFolder ? "\(path.withoutLastSlash)/\(packName)" : path
    if !isFolder || FileTree.kind(of: pack) == .file {
      let bytes = try FileTree.read(pack)
      do {
        return (try Gazetteer(compiled: bytes), CompiledData.Section(bytes), false)
      } catch {
        throw NoPack(path: pack, reason: "\(error)")
      }
    }
    let gazetteer = try DataFolders.gazetteer(path)
    let isWhole = Table.allCases.allSatisfy {
      FileTree.kind(of: "\(path.withoutLastSlash)/\($0.fileName).csv") == .file
    }
    return (gazetteer, CompiledData.Section(gazetteer.encode()), isWhole)
  }
}

/// A file given as a pack that is none.
struct NoPack: EndingError, CustomStringConvertible {
  let path, reason: String

  var status: ExitStatus { .noInput }
  var description: String {
    "\(path): no pack: \(reason); a pack is what 'sortie gazetteer import' writes, tables are read from a folder"
  }
}

extension String {
  /// A folder as it is typed, ready for a name in it.
  var withoutLastSlash: String { hasSuffix("/") && utf8.count > 1 ? String(dropLast()) : self }
}
