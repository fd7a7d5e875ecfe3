import ArgumentParser
import Assembler
import Foundation

/// Which programs turn PTX into machine code and machine code into text.
struct AssemblerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The ptxas or nvJitLink that assembles.",
      discussion: """
        Otherwise the one that NEREID_ASSEMBLER names, or the first ptxas in PATH, in a Python package
        or in NVIDIA's toolkit. Headers hold PTX, or the machine code of the assembler that is named
        here.
        """),
    completion: .file())
  var assembler: String?

  @Option(
    help: ArgumentHelp(
      "The nvdisasm that prints machine code.",
      discussion: "Otherwise the one beside the assembler, or the first in PATH."),
    completion: .file())
  var disassembler: String?

  /// Where assemblers are looked for.
  var search: AssemblerSearch { .onThisMachine(named: assembler) }

  /// The disassembler that is named, lies beside the assembler at `assemblerPath`, or is in `PATH`.
  ///
  /// - Throws: a `RunError` that says where none was found.
  func disassemblerPath() throws -> String {
    let files = FileManager.default
    if let disassembler {
      guard files.isExecutableFile(atPath: disassembler) else {
        throw RunError("no disassembler at '\(disassembler)': there is no program")
      }
      return disassembler
    }
    let found = search.findings().first { $0.identity != nil && $0.identity != .driver }
    let used = assembler ?? found?.path
    let beside = used.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
    for folder in [beside].compactMap({ $0 }) + search.path where folder.hasPrefix("/") {
      let path = "\(folder)/nvdisasm"
      if files.isExecutableFile(atPath: path) { return path }
    }
    throw RunError(
      "no disassembler: nvdisasm lies neither beside the assembler nor in PATH; --disassembler "
        + "names one")
  }
}

extension AssemblerSearch {
  /// A search for what `named` or else the environment says, or in the usual places of this user.
  static func onThisMachine(named: String? = nil) -> AssemblerSearch {
    let environment = ProcessInfo.processInfo.environment
    let standing = environment[PTXAssembler.variable].flatMap { $0.isEmpty ? nil : $0 }
    return AssemblerSearch(
      named: named ?? standing,
      path: (environment["PATH"] ?? "").split(separator: ":").map(String.init),
      home: environment["HOME"], virtualEnvironment: environment["VIRTUAL_ENV"],
      scratchFolder: FileManager.default.temporaryDirectory.path)
  }
}
