import PTX
import Support

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// NVIDIA's assembler `ptxas` as a program, which runs in a process of its own.
///
/// An assembler that crashes, hangs or leaks does no harm to this process.
package struct AssemblerProgram: Hashable, Sendable {
  /// Where the program lies.
  package let path: String
  /// Its version, such as `12.9.86`.
  package let version: String
  /// The version, the build and the content of the program.
  package let identity: AssemblerIdentity

  /// What messages of the program begin with, whatever its file is called.
  private static let name = "ptxas"
  /// Where temporary files go.
  private let scratchFolder: String

  /// The assembler at `path`, whose temporary files go to `scratchFolder`.
  /// - Throws: an `AssemblerError` when there is none.
  package init(path: String, scratchFolder: String = "/tmp") throws(AssemblerError) {
    self.path = path
    self.scratchFolder = scratchFolder
    if let reason = Self.obstacle(at: path) {
      throw AssemblerError.notFound(path: path, reason: reason)
    }
    let result = ProgramPool(timeLimit: .seconds(30)).run([
      ProgramCall(path: path, name: Self.name, arguments: ["--version"])
    ])[0]
    guard result.hasSucceeded else {
      throw AssemblerError.notAnAssembler(path: path, reason: "it \(result.end)")
    }
    guard let (version, build) = Self.version(in: result.output) else {
      throw AssemblerError.notAnAssembler(path: path, reason: "it does not state its version")
    }
    self.version = version
    do throws(FileError) {
      let content = try ContentFingerprint(ofFileAt: path)
      identity = AssemblerIdentity("ptxas \(version) \(build) \(content)")
    } catch {
      throw AssemblerError.file(error)
    }
  }

  /// The machine code of `inputs`, all in one, made by one process.
  ///
  /// - Requires: one input or more, all for the same machine.
  /// - Throws: an `AssemblerError` when there is no code, or none that `options` accept; also when
  ///   two inputs declare the same name.
  package func assemble(
    _ inputs: [AssemblyInput], options: AssemblyOptions = AssemblyOptions()
  ) throws(AssemblerError) -> Assembly {
    let (result, files, cubin): (ProgramResult, [String], [UInt8])
    do throws(FileError) {
      (result, files, cubin) = try run(on: inputs, options: options)
    } catch {
      throw AssemblerError.file(error)
    }
    let names = Dictionary(zip(files, inputs.map(\.name))) { first, _ in first }
    let report = AssemblerReport(text: result.output, names: names)
    let problems = report.problems(in: inputs, isStrict: options.isStrict)
    guard problems.isEmpty else {
      throw AssemblerError.refused(assembler: "ptxas \(version)", problems: problems)
    }
    guard result.hasSucceeded else {
      throw AssemblerError.ended(assembler: path, how: result.end.description)
    }
    guard cubin.starts(with: Assembly.signature) else {
      throw AssemblerError.ended(assembler: path, how: "reported success and wrote no code")
    }
    return Assembly(cubin: cubin, resources: report.resources, messages: report.messages)
  }

  /// Runs the program on `inputs`; how it ended, the files that it was given, and what it wrote.
  private func run(
    on inputs: [AssemblyInput], options: AssemblyOptions
  ) throws(FileError) -> (ProgramResult, files: [String], cubin: [UInt8]) {
    let folder = try PrivateFolder(in: scratchFolder)
    let files = try Self.write(inputs, into: folder)
    let output = folder.file("output.cubin")
    let call = call(files: files, target: inputs[0].target, output: output, options: options)
    let result = ProgramPool().run([call])[0]
    let cubin = fileExists(at: output) ? try readFile(at: output, limit: 1 << 30) : []
    return (result, files, cubin)
  }

  /// Writes the PTX of `inputs` to files of `folder` and returns their paths.
  static func write(
    _ inputs: [AssemblyInput], into folder: borrowing PrivateFolder
  ) throws(FileError) -> [String] {
    var files: [String] = []
    for (index, input) in inputs.enumerated() {
      let file = folder.file("\(index).ptx")
      try writeFile(input.ptx, to: file)
      files.append(file)
    }
    return files
  }

  /// The call that assembles `files` for `target` into `output`.
  func call(
    files: [String], target: PTXTarget, output: String, options: AssemblyOptions
  ) -> ProgramCall {
    ProgramCall(
      path: path, name: Self.name,
      arguments: ["-arch=\(target)", "-v"] + options.flags + files + ["-o", output])
  }

  /// Why nothing at `path` can be started.
  private static func obstacle(at path: String) -> String? {
    if path.utf8.contains(0) { return "\(FileError.Reason.zeroByteInPath)" }
    var status = stat()
    guard stat(path, &status) == 0 else { return "\(FileError.Reason(errorNumber: errno))" }
    guard status.st_mode & S_IFMT == S_IFREG else { return "it is no file" }
    guard access(path, X_OK) == 0 else { return "it may not be executed" }
    return nil
  }

  /// The version and the build in the answer to `--version`.
  private static func version(in text: String) -> (version: String, build: String)? {
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.contains(where: { $0.hasPrefix("ptxas") && $0.contains("Ptx optimizing") }),
      let release = lines.first(where: { $0.contains(", release ") }),
      let version = release.split(separator: " ").last, version.first == "V"
    else { return nil }
    let build = lines.first { $0.hasPrefix("Build ") }?.dropFirst(6)
    return (String(version.dropFirst()), build.map(String.init) ?? "unnamed")
  }
}

extension Assembly {
  /// How an ELF file begins.
  package static let signature: [UInt8] = [0x7f, 0x45, 0x4c, 0x46]
}
