import ArgumentParser
import Foundation

/// `nereid compile`: turns kernels into PTX, machine code, or source that launches them.
struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Compile kernels, without a GPU.",
    discussion: """
      Prints the kernel as tile IR (ttir), as tile IR in which a comment says how each tile is
      spread over threads (laid-out), as PTX, as machine code (cubin; sass is its text), or as a
      header for C or Swift that holds it and launches it.

      Examples:
        nereid compile kernel.ttir
        nereid compile kernel.ttir --target sm_80 --warps 8 --output kernel.ptx
        nereid compile --demo softmax --type f32 --emit laid-out
        nereid compile --demo matmul --emit cubin --assembler /opt/cuda/bin/ptxas -o matmul.cubin
        nereid compile --demo layerNorm --emit c-header -o layer_norm.h
        nereid compile kernels/*.ttir --time-passes --emit nothing
      """)

  @OptionGroup var kernels: KernelSelection

  @Option(help: "What to print.")
  var emit: KernelProduct = .ptx

  @OptionGroup var assembly: AssemblerOptions

  @Option(
    name: .shortAndLong, help: "Write to this file, or folder if there are several files.",
    completion: .file())
  var output: String?

  @Flag(help: "Print how long each step took to standard error.")
  var timePasses = false

  @Flag(help: "Print the results as JSON.")
  var json = false

  func validate() throws {
    guard emit != .cubin || output != nil else {
      throw ValidationError("machine code is no text, expected --output with --emit cubin")
    }
  }

  func run() throws {
    var report = CompileReport(files: [])
    let compilation = KernelProduction(
      product: emit, target: kernels.machine, warps: kernels.warps,
      maximumRegisters: kernels.registers, assembly: assembly)
    for source in kernels.sources {
      var (result, bytes) = compilation.run(source)
      if let output, let bytes {
        do { try write(bytes, of: source, to: output) } catch {
          result.errors.append("error: \(error)")
        }
      } else if !json, let text = result.text {
        print(text, terminator: text.hasSuffix("\n") ? "" : "\n")
      }
      report.files.append(result)
      if json { continue }
      for message in result.errors { printError(message) }
      if timePasses { printError(result.timings) }
    }
    if timePasses, report.files.count > 1, !json { printError(report.summary) }
    if json { try report.print(asJSON: true) }
    if report.files.contains(where: { !$0.errors.isEmpty }) { throw ExitCode.failure }
  }

  private func write(_ bytes: [UInt8], of source: KernelSource, to output: String) throws {
    var path = output
    if kernels.sources.count > 1 {
      let stem = URL(fileURLWithPath: source.name).deletingPathExtension()
      let name =
        stem.lastPathComponent == "kernel"
        ? stem.deletingLastPathComponent().lastPathComponent : stem.lastPathComponent
      path = "\(output)/\(name).\(emit.fileExtension)"
    }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    } catch {
      throw RunError("cannot write '\(path)': \(error.localizedDescription)")
    }
  }
}
