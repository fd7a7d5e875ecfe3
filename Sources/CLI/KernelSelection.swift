import ArgumentParser
import Launch
import PTX

/// Which kernels a command works on, and what they are compiled for.
struct KernelSelection: ParsableArguments {
  @Argument(help: "Files with modules as TTIR text.", completion: .file(extensions: ["ttir"]))
  var files: [String] = []

  @Option(help: "A kernel of this package instead of files.")
  var demo: LibraryKernel?

  @Option(help: "The type of the elements of --demo: bf16, summed in f32, or f32.")
  var type: LibraryKernel.ElementType = .bf16

  @Option(
    help: "The machine: sm_80, sm_86, sm_89 or sm_90a.",
    completion: .list(Self.targets.map { "\($0)" }))
  var target = "sm_90a"

  @Option(help: "How many warps run one program, a power of two.")
  var warps = 4

  @Option(
    help: "How many registers a thread takes at most, from 16 to 255; otherwise what it needs.")
  var registers: Int?

  /// The machines that kernels are compiled for.
  static let targets: [PTXTarget] = [.sm80, .sm86, .sm89, .sm90a]

  func validate() throws {
    guard Self.targets.contains(where: { "\($0)" == target }) else {
      let known = Self.targets.map { "\($0)" }.joined(separator: ", ")
      throw ValidationError("there is no target '\(target)'; there are \(known)")
    }
    guard (1...32).contains(warps), warps.nonzeroBitCount == 1 else {
      throw ValidationError("--warps is \(warps), expected a power of two from 1 to 32")
    }
    if let registers, !KernelOptions.registerLimits.contains(registers) {
      throw ValidationError("--registers is \(registers), expected 16 to 255")
    }
    guard files.isEmpty == (demo != nil) else {
      throw ValidationError(
        files.isEmpty
          ? "there is no kernel, expected files or --demo" : "files and --demo exclude each other")
    }
  }

  /// The kernels, in the order in which they are named.
  var sources: [KernelSource] {
    demo.map { [.library($0, type)] } ?? files.map { .file($0) }
  }

  /// The machine.
  var machine: PTXTarget { PTXTarget(name: target) ?? .sm90a }
}
