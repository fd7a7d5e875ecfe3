import ArgumentParser

/// `nereid doctor`: what this machine has, and what that means.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what this machine has and what that means.",
    discussion: """
      Names the driver, the GPUs with their numbers, the assemblers, the one that launches use and
      the folder that they keep kernels in, and where kernels run and why. NEREID_ASSEMBLER=PATH
      lets a ptxas or nvJitLink assemble instead of the driver; 'nereid cache --help' says what
      decides about the folder.

      Examples:
        nereid doctor
        nereid doctor --json
      """)

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func run() throws { try DoctorReport.examine().print(asJSON: json) }
}
