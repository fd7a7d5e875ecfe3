import Assembler
import Compiler
import IR
import KernelLanguage
import PTX
import Support

/// Makes one kind of product of kernels.
struct KernelProduction {
  /// What is made.
  var product: KernelProduct
  /// The machine that kernels are compiled for.
  var target: PTXTarget
  /// How many warps run one program.
  var warps: Int
  /// How many registers a thread takes at most; `nil` for as many as it needs.
  var maximumRegisters: Int?
  /// What assembles and disassembles.
  var assembly: AssemblerOptions

  /// What became of `source`, and the product unless there were errors or nothing was asked for.
  func run(_ source: KernelSource) -> (result: CompileReport.File, bytes: [UInt8]?) {
    var result = CompileReport.File(file: source.name)
    do {
      let bytes = try make(source, &result)
      if product != .cubin, let bytes { result.text = String(decoding: bytes, as: UTF8.self) }
      return (result, bytes)
    } catch let error as Diagnostic {
      result.errors = [error.description]
    } catch let error as KernelError {
      result.errors = ["\(error)"]
    } catch {
      result.errors = ["error: \(error)"]
    }
    return (result, nil)
  }

  private func make(_ source: KernelSource, _ result: inout CompileReport.File) throws -> [UInt8]? {
    let start = ContinuousClock.now
    let module = try source.module(for: target)
    let read = ContinuousClock.now - start
    if product == .ttir { return Array(module.text().utf8) }
    let compiler = KernelCompiler(
      CompilerOptions(
        target: target, warpCount: warps, maximumRegisters: maximumRegisters))
    let compilation = try compiler.compilation(
      of: module, runner: PassRunner(verifies: false), keepsLaidOut: product == .laidOut)
    result.note(compilation, reading: read)
    let kernel = compilation.kernel
    switch product {
    case .ttir, .nothing: return nil
    case .laidOut: return compilation.laidOut.map { Array($0.text.utf8) }
    case .ptx: return kernel.ptx
    case .cubin: return try cubin(of: kernel, &result)
    case .sass:
      // Said before the assembler is waited for.
      let disassembler = Disassembler(path: try assembly.disassemblerPath())
      return Array(try disassembler.text(of: try cubin(of: kernel, &result)).utf8)
    case .cHeader: return Array(try embedded(kernel, source, &result).cHeader.utf8)
    case .swift: return Array(try embedded(kernel, source, &result).swiftSource.utf8)
    }
  }

  private func cubin(
    of kernel: CompiledKernel, _ result: inout CompileReport.File
  ) throws -> [UInt8] {
    let assembler = try assembly.search.first()
    result.assembler = "\(assembler.identity)"
    let input = AssemblyInput(name: "\(kernel.name).ptx", ptx: kernel.ptx, target: target)
    return try assembler.assemble([input]).cubin
  }

  private func embedded(
    _ kernel: CompiledKernel, _ source: KernelSource, _ result: inout CompileReport.File
  ) throws -> EmbeddedKernel {
    let image = assembly.assembler == nil ? nil : try cubin(of: kernel, &result)
    return EmbeddedKernel(kernel, image: image, knownValues: source.knownValues)
  }
}

extension KernelSource {
  /// The values that the kernel takes parameters to have, by their places.
  fileprivate var knownValues: [Int: UInt64] {
    switch self {
    case .file: [:]
    case .library(let kernel, let type): kernel.call(type).knownValues
    }
  }
}
