import ArgumentParser

/// The tool: one subcommand for each thing that a user does.
@main struct NereidCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nereid",
    abstract: "Kernels on tiles: transform them, run them, check them.",
    discussion: """
      Examples:
        nereid demo
        nereid opt kernel.ttir --pass canonicalize --pass cse
        nereid run kernel.ttir --grid 4 --arg iota:512 --arg zeros:512 --arg 512
        nereid compile --demo softmax --target sm_80
        nereid inspect --layouts kernel.ttir --html layouts.html
        nereid conform cases --on interpreter

      Every report can be had as JSON with --json. For completions of your shell:
        nereid --generate-completion-script zsh
      """,
    version: NereidVersion.current,
    subcommands: [
      DemoCommand.self, OptCommand.self, RunCommand.self, CompileCommand.self,
      InspectCommand.self, BenchCommand.self, ConformCommand.self, CacheCommand.self,
      DoctorCommand.self,
    ])
}

/// Which release this is.
enum NereidVersion {
  static let current = "0.1.0"
}
