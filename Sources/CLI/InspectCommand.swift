import ArgumentParser
import Compiler
import Foundation
import KernelLanguage
import Support

/// `nereid inspect`: shows what the compiler decided about a kernel.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show which thread holds which element of each tile.",
    discussion: """
      Compiles a kernel and draws every layout that its tiles have: a cell is an element, T5:R2 in
      it means register 2 of thread 5 of the block. Above each picture, in the page beside it, are
      the tiles that are held so, with the lines of the source that make them.

      Examples:
        nereid inspect --layouts kernel.ttir
        nereid inspect --layouts kernel.ttir --line 12 --limit 16
        nereid inspect --layouts --demo matmul --html layouts.html
      """)

  @Flag(help: "Draw the layouts of tiles.")
  var layouts = false

  @OptionGroup var kernels: KernelSelection

  @Option(help: "Only tiles that this line of the source, or of the file, makes.")
  var line: Int?

  @Option(help: "Draw at most so many rows, columns and grids of a tile.")
  var limit = 32

  @Option(help: "Write the pictures to this HTML page.", completion: .file(extensions: ["html"]))
  var html: String?

  @Flag(help: "Print the layouts and their tiles as JSON.")
  var json = false

  func validate() throws {
    guard layouts else { throw ValidationError("nothing to show, expected --layouts") }
    guard kernels.sources.count == 1 else {
      throw ValidationError("there are \(kernels.sources.count) files, expected one")
    }
    guard (1...256).contains(limit) else {
      throw ValidationError("--limit is \(limit), expected 1 to 256")
    }
    if let line, line < 1 { throw ValidationError("--line is \(line), expected 1 or more") }
  }

  func run() throws {
    do {
      let report = try examine(kernels.sources[0])
      if let html {
        do {
          try Data(report.page.utf8).write(to: URL(fileURLWithPath: html))
        } catch {
          throw RunError("cannot write '\(html)': \(error.localizedDescription)")
        }
      }
      if json || html == nil { try report.print(asJSON: json) }
    } catch let error as Diagnostic {
      printError(error.description)
      throw ExitCode.failure
    } catch let error as KernelError {
      printError("\(error)")
      throw ExitCode.failure
    } catch {
      printError("error: \(error)")
      throw ExitCode.failure
    }
  }

  private func examine(_ source: KernelSource) throws -> LayoutReport {
    let options = CompilerOptions(
      target: kernels.machine, warpCount: kernels.warps, maximumRegisters: kernels.registers)
    let compilation = try KernelCompiler(options).compilation(
      of: try source.module(for: kernels.machine), runner: PassRunner(verifies: false),
      keepsLaidOut: true)
    var tiles = compilation.laidOut?.tiles ?? []
    if let line {
      tiles = tiles.filter { $0.source?.line == line || $0.text?.line == line }
      if tiles.isEmpty { throw RunError("no tile comes from line \(line) of '\(source.name)'") }
    }
    return LayoutReport(kernel: compilation.kernel.name, tiles: tiles, limit: limit)
  }
}
