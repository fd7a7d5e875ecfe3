import Compiler
import IR
import PTX
import Support

/// PTX of a kernel that is given as text.
struct CompiledText {
  /// The text of the module.
  let ptx: [UInt8]
  /// The module, read back.
  let module: PTXModule

  /// Compiles the kernel of `text`.
  init(_ text: String, for target: PTXTarget = .sm90a, warps: Int = 4) throws {
    let module = try Module.parse(SourceText(name: "kernel.ttir", text: text))
    try module.requireWellFormed()
    let kernel = try KernelCompiler(CompilerOptions(target: target, warpCount: warps))
      .compile(module)
    ptx = kernel.ptx
    self.module = try PTXReading(SourceText(name: "kernel.ptx", bytes: kernel.ptx)).module
  }

  /// The opcodes of the kernel, in the order of the text.
  var opcodes: [String] {
    guard let body = module.functions.last?.body else { return [] }
    return body.statements.compactMap { statement in
      if case .instruction(let instruction) = statement { return "\(instruction.opcode)" }
      return nil
    }
  }
}
