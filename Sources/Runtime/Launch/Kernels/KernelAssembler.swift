import Assembler

/// What makes machine code of a kernel's PTX.
///
///     let gpu = try GPU(0, assembler: .file("/opt/cuda/bin/ptxas"))
public enum KernelAssembler: Hashable, Sendable {
  /// The driver, which is there wherever a GPU is.
  case driver
  /// NVIDIA's `ptxas`, or nvJitLink if the name is that of a shared library, at a path.
  case file(String)

  /// What `NEREID_ASSEMBLER` in the environment names: `driver`, or a path; the driver if it is not
  /// set.
  public static var standard: KernelAssembler {
    switch ProcessEnvironment[PTXAssembler.variable] {
    case nil, "driver": .driver
    case .some(let path): .file(path)
    }
  }

  /// The assembler, ready to assemble.
  func opened() throws(DeviceError) -> PTXAssembler {
    guard case .file(let path) = self else { return .driver }
    do throws(AssemblerError) {
      let scratchFolder = ProcessEnvironment["TMPDIR"] ?? "/tmp"
      return try PTXAssembler(path: path, scratchFolder: scratchFolder)
    } catch {
      let isNamedThere = ProcessEnvironment[PTXAssembler.variable] == path
      throw DeviceError(
        "\(error)" + (isNamedThere ? "; \(PTXAssembler.variable) names it" : ""))
    }
  }
}
