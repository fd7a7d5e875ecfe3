import ArgumentParser

/// `nereid doctor`: what this machine has, and what that means.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what this machine has and what that means.",
    discussion: """
      Names the driver, the GPUs with their numbers, the assemblers, and where kernels run and why.

      Examples:
        nereid doctor
        nereid doctor --json
      """)

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func run() throws { try DoctorReport.examine().print(asJSON: json) }
}
