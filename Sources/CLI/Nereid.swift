import ArgumentParser

@main struct NereidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "nereid")
}
