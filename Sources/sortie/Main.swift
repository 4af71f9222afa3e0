import ArgumentParser

@main
struct SortieCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sortie", abstract: "Reads air operations out of prose.")
}
