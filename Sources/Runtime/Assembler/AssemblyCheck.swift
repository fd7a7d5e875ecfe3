import PTX
import Support

/// Finds out whether assemblers take many modules of PTX, and what they do not like about them.
///
/// Starting an assembler takes longer than assembling a small module, so modules that declare
/// different names share a process. Where one of them is rejected each is assembled again by
/// itself, so that a problem belongs to one module.
package struct AssemblyCheck: Sendable {
  /// The versions that must take every module.
  package var assemblers: [AssemblerProgram]
  /// What the assemblers are asked for; strict unless changed.
  package var options = AssemblyOptions(isStrict: true)
  /// How many processes run at a time.
  package var jobs = 2
  /// The most modules that one process gets.
  package var batchLimit = 32
  /// How long one process may take.
  package var timeLimit: Duration = .seconds(300)
  /// Where the temporary files go.
  package var scratchFolder = "/tmp"

  /// A check by `assemblers`.
  package init(assemblers: [AssemblerProgram]) { self.assemblers = assemblers }

  /// What is wrong with `inputs`, in their order and for each in the order of the assemblers;
  /// nothing if every assembler takes every module.
  /// - Throws: a `FileError` when the modules cannot be written.
  package func problems(in inputs: [AssemblyInput]) throws(FileError) -> [AssemblyProblem] {
    let folder = try PrivateFolder(in: scratchFolder)
    let files = try AssemblerProgram.write(inputs, into: folder)
    let batches = Self.batches(of: inputs, limit: batchLimit)
    let together = assemblers.indices.flatMap { assembler in
      batches.map { Unit(assembler: assembler, inputs: $0) }
    }
    var found: [Unit: [AssemblyProblem]] = [:]
    var alone: [Unit] = []
    for (unit, problems) in assemble(together, inputs, files, folder) where !problems.isEmpty {
      if unit.inputs.count == 1 {
        found[unit] = problems
      } else {
        alone += unit.inputs.map { Unit(assembler: unit.assembler, inputs: [$0]) }
      }
    }
    for (unit, problems) in assemble(alone, inputs, files, folder) { found[unit] = problems }
    return inputs.indices.flatMap { input in
      assemblers.indices.flatMap { found[Unit(assembler: $0, inputs: [input])] ?? [] }
    }
  }

  /// What one process does: which assembler, and the indices of its modules.
  private struct Unit: Hashable {
    var assembler: Int
    var inputs: [Int]
  }

  private func assemble(
    _ units: [Unit], _ inputs: [AssemblyInput], _ files: [String],
    _ folder: borrowing PrivateFolder
  ) -> [(Unit, [AssemblyProblem])] {
    let calls = units.map { unit in
      assemblers[unit.assembler].call(
        files: unit.inputs.map { files[$0] }, target: inputs[unit.inputs[0]].target,
        output: "/dev/null", options: options)
    }
    let results = ProgramPool(jobs: jobs, timeLimit: timeLimit).run(calls)
    return zip(units, results).map { unit, result in
      (unit, problems(unit.inputs.map { inputs[$0] }, unit.inputs.map { files[$0] }, unit, result))
    }
  }

  private func problems(
    _ inputs: [AssemblyInput], _ files: [String], _ unit: Unit, _ result: ProgramResult
  ) -> [AssemblyProblem] {
    let names = Dictionary(zip(files, inputs.map(\.name))) { first, _ in first }
    let report = AssemblerReport(text: result.output, names: names)
    var diagnostics = report.problems(in: inputs, isStrict: options.isStrict)
    if diagnostics.isEmpty, !result.hasSucceeded {
      diagnostics = [
        Diagnostic("the assembler \(result.end)", at: SourcePosition(file: inputs[0].name))
      ]
    }
    return diagnostics.map {
      AssemblyProblem(
        input: inputs[0].name, version: assemblers[unit.assembler].version, diagnostic: $0)
    }
  }

  /// The indices of `inputs` in groups for one machine each that declare no name twice.
  ///
  /// A module goes to the first group that has room and none of its names.
  static func batches(of inputs: [AssemblyInput], limit: Int) -> [[Int]] {
    var groups: [(target: PTXTarget, names: Set<String>, members: [Int])] = []
    var open: [Int] = []
    for (index, input) in inputs.enumerated() {
      let names = Set(FunctionPlaces.declarations(in: input.ptx).map(\.name))
      let home = open.first { group in
        groups[group].target == input.target && groups[group].names.isDisjoint(with: names)
      }
      if let home {
        groups[home].names.formUnion(names)
        groups[home].members.append(index)
        if groups[home].members.count == limit { open.removeAll { $0 == home } }
      } else {
        groups.append((input.target, names, [index]))
        if limit > 1 { open.append(groups.count - 1) }
      }
    }
    return groups.map(\.members)
  }
}
