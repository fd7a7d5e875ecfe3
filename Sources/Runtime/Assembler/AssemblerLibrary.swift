import Support

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// NVIDIA's nvJitLink, opened by path, which assembles in this process.
///
/// Saves the start of a process a module. An assembler that crashes takes this process down, so
/// modules that nobody trusts go to an `AssemblerProgram`. The library stays open until the process
/// ends: it keeps threads and state that do not survive its closing.
package struct AssemblerLibrary: Sendable {
  /// Where the library lies.
  package let path: String
  /// Its version, such as `12.9`.
  package let version: String
  /// The version and the content of the library.
  package let identity: AssemblerIdentity

  private let functions: LinkerFunctions

  /// The library at `path`.
  /// - Throws: an `AssemblerError` when it cannot be opened or lacks a function.
  package init(path: String) throws(AssemblerError) {
    self.path = path
    // A name without a folder would be looked up in places that others may control.
    guard path.contains("/"), !path.utf8.contains(0) else {
      throw AssemblerError.notFound(path: path, reason: "a library is named with its folder")
    }
    guard fileExists(at: path) else {
      throw AssemblerError.notFound(
        path: path, reason: "\(FileError.Reason(errorNumber: errno))")
    }
    guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      let reason = dlerror().map { String(cString: $0) } ?? "it cannot be opened"
      throw AssemblerError.notAnAssembler(path: path, reason: reason)
    }
    functions = try LinkerFunctions(of: handle, path: path)
    version = functions.version
    do throws(FileError) {
      identity = AssemblerIdentity("nvJitLink \(version) \(try ContentFingerprint(ofFileAt: path))")
    } catch {
      throw AssemblerError.file(error)
    }
  }

  /// The machine code of `inputs`, all in one.
  ///
  /// - Requires: one input or more, all for the same machine.
  /// - Throws: an `AssemblerError` when there is no code, or none that `options` accept; also when
  ///   two inputs declare the same name.
  package func assemble(
    _ inputs: [AssemblyInput], options: AssemblyOptions = AssemblyOptions()
  ) throws(AssemblerError) -> Assembly {
    let flags = ["-arch=\(inputs[0].target)", "-verbose", "-no-cache"] + options.flags
    let name = "nvJitLink \(version)"
    guard let link = functions.begin(flags: flags) else {
      throw AssemblerError.ended(assembler: name, how: "does not take the flags \(flags)")
    }
    defer { functions.end(link) }
    let isComplete =
      inputs.allSatisfy { functions.add($0.ptx, named: $0.name, to: link) }
      && functions.complete(link)
    // In messages all modules have one name, which belongs to a module only if there is no other.
    let names = inputs.count == 1 ? ["application ptx input": inputs[0].name] : [:]
    let report = AssemblerReport(
      text: functions.errorLog(of: link) + "\n" + functions.infoLog(of: link), names: names)
    let problems = report.problems(in: inputs, isStrict: options.isStrict)
    guard problems.isEmpty else {
      throw AssemblerError.refused(assembler: name, problems: problems)
    }
    guard isComplete else {
      let log = functions.errorLog(of: link).escapingControlCharacters
      throw AssemblerError.ended(assembler: name, how: "failed: \(log)")
    }
    let cubin = functions.code(of: link)
    guard cubin.starts(with: Assembly.signature) else {
      throw AssemblerError.ended(assembler: name, how: "reported success and wrote no code")
    }
    return Assembly(cubin: cubin, resources: report.resources, messages: report.messages)
  }
}
