import Assembler
import CUDADriver
import Compiler
import Support

extension CUDAEngine {
  /// What messages call `assembler` on this machine: `driver 12.8`, `ptxas 12.9.86`.
  func name(of assembler: PTXAssembler) -> String {
    guard case .driver = assembler else { return assembler.name }
    return "driver \(context.driver.version)"
  }

  /// What machine code depends on if `assembler` makes it on this machine.
  func identity(of assembler: PTXAssembler) -> AssemblerIdentity {
    guard case .driver = assembler else { return assembler.identity }
    // NVIDIA installs the library under a name that ends with the driver's release; without it the
    // version of CUDA has to do.
    let path = (try? LoadedImage.path(holding: context.driver.codeAddress)) ?? ""
    let file = path.split(separator: "/").last ?? ""
    return AssemblerIdentity("\(name(of: assembler)) \(file)")
  }

  /// The machine code that `assembler` makes of `kernel`.
  ///
  /// - Throws: an `AssemblerError` when there is none.
  func assemble(
    _ kernel: CompiledKernel, by assembler: PTXAssembler
  ) throws(AssemblerError) -> Assembly {
    let input = AssemblyInput(name: "\(kernel.name).ptx", ptx: kernel.ptx, target: kernel.target)
    guard case .driver = assembler else { return try assembler.assemble([input]) }
    let (cubin, log): ([UInt8], String)
    do throws(DriverError) {
      (cubin, log) = try context.assemble(ptx: kernel.ptx)
    } catch {
      throw Self.error(error, for: input, by: "the assembler of \(name(of: assembler))")
    }
    guard cubin.starts(with: Assembly.signature) else {
      throw AssemblerError.ended(assembler: name(of: assembler), how: "wrote no machine code")
    }
    let report = AssemblerReport(text: log)
    return Assembly(cubin: cubin, resources: report.resources, messages: report.messages)
  }

  /// What the driver says against `input`, at its places in the PTX as far as it names any.
  private static func error(
    _ error: DriverError, for input: AssemblyInput, by name: String
  ) -> AssemblerError {
    guard case .failedCall(let call) = error else { return .failedCall("\(error)") }
    let report = AssemblerReport(text: call.log, names: ["application ptx input": input.name])
    let problems = report.problems(in: [input], isStrict: false)
    return problems.isEmpty
      ? .failedCall("\(error)") : .refused(assembler: name, problems: problems)
  }
}
