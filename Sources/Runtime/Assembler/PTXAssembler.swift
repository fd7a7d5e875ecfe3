/// A way from PTX to machine code.
package enum PTXAssembler: Sendable {
  /// `ptxas`, in a process of its own.
  case program(AssemblerProgram)
  /// nvJitLink, in this process.
  case library(AssemblerLibrary)
  /// The driver's own, which needs an open GPU.
  case driver

  /// The assembler at `path`: a shared library if the name says so, otherwise a program, whose
  /// temporary files go to `scratchFolder`.
  /// - Throws: an `AssemblerError` when there is none.
  package init(path: String, scratchFolder: String = "/tmp") throws(AssemblerError) {
    let name = path.split(separator: "/").last ?? ""
    if name.contains(".so") || name.hasSuffix(".dylib") {
      self = .library(try AssemblerLibrary(path: path))
    } else {
      self = .program(try AssemblerProgram(path: path, scratchFolder: scratchFolder))
    }
  }

  /// The environment variable that names the assembler.
  package static let variable = "NEREID_ASSEMBLER"

  /// The assembler that a user calls `name`: `driver`, or the path of a program or library.
  /// - Throws: an `AssemblerError` when there is none.
  package init(named name: String, scratchFolder: String = "/tmp") throws(AssemblerError) {
    if name == "driver" {
      self = .driver
    } else {
      try self.init(path: name, scratchFolder: scratchFolder)
    }
  }

  /// What messages call it, such as `ptxas 12.9.86`.
  package var name: String {
    switch self {
    case .program(let program): "ptxas \(program.version)"
    case .library(let library): "nvJitLink \(library.version)"
    case .driver: "the driver"
    }
  }

  /// What the machine code depends on beside the PTX and the options.
  package var identity: AssemblerIdentity {
    switch self {
    case .program(let program): program.identity
    case .library(let library): library.identity
    case .driver: .driver
    }
  }

  /// The machine code of `inputs`, all in one.
  ///
  /// - Requires: one input or more, all for the same machine.
  /// - Throws: an `AssemblerError` when there is no code, or none that `options` accept.
  package func assemble(
    _ inputs: [AssemblyInput], options: AssemblyOptions = AssemblyOptions()
  ) throws(AssemblerError) -> Assembly {
    precondition(!inputs.isEmpty, "there is a module to assemble")
    precondition(
      inputs.allSatisfy { $0.target == inputs[0].target }, "one file of code is for one machine")
    switch self {
    case .program(let program): return try program.assemble(inputs, options: options)
    case .library(let library): return try library.assemble(inputs, options: options)
    case .driver: throw AssemblerError.leftToDriver
    }
  }
}
