import Support

/// Compares another way to run kernels with the interpreter, byte by byte.
package struct DifferentialRunner {
  /// What the other way makes of a kernel: what each buffer holds afterwards.
  package typealias Execution = (borrowing GeneratedKernel) throws -> [[UInt8]]

  /// How often a kernel that fails is changed at most to make it smaller.
  package static let standardShrinkBudget = 400

  private let execute: Execution
  private let shrinkBudget: Int

  /// Compares `execute` with the interpreter.
  package init(
    shrinkBudget: Int = DifferentialRunner.standardShrinkBudget, _ execute: @escaping Execution
  ) {
    (self.shrinkBudget, self.execute) = (shrinkBudget, execute)
  }

  /// In what the two ways differ on `kernel`; `nil` if they agree.
  ///
  /// - Throws: what the interpreter finds wrong with the kernel itself.
  package func difference(on kernel: borrowing GeneratedKernel) throws(Diagnostic) -> String? {
    let expected = try kernel.interpreted()
    let found: [[UInt8]]
    do {
      found = try execute(kernel)
    } catch {
      return "fails: \(error)"
    }
    guard found.count == expected.count else {
      return "gives \(found.count) buffers, expected \(expected.count)"
    }
    for (index, (bytes, wanted)) in zip(found, expected).enumerated() where bytes != wanted {
      guard bytes.count == wanted.count else {
        return "buffer \(index) has \(bytes.count) bytes, expected \(wanted.count)"
      }
      let places = bytes.indices.filter { bytes[$0] != wanted[$0] }
      let first = places[0]
      return "buffer \(index) differs in \(places.count) of \(bytes.count) bytes, first at "
        + "\(first): \(bytes[first]), expected \(wanted[first])"
    }
    return nil
  }

  /// Runs the kernels of `family` that `seeds` stand for.
  ///
  /// - Returns: a report for each on which the two ways differ: in what, and the text of the
  ///   smallest kernel found on which they still do.
  /// - Throws: what the interpreter finds wrong with a kernel itself.
  package func reports(
    on seeds: some Sequence<UInt64>, of family: KernelFamily
  ) throws(Diagnostic) -> [String] {
    var reports: [String] = []
    for seed in seeds {
      let kernel = GeneratedKernel(seed: seed, family: family)
      guard let difference = try difference(on: kernel) else { continue }
      let smallest = KernelShrinker(budget: shrinkBudget) { candidate in
        self.stillDiffers(candidate)
      }.shrink(kernel)
      let last = try self.difference(on: smallest) ?? difference
      reports.append("\(family.rawValue), seed \(seed): \(difference)\n\(last)\n\(smallest.text())")
    }
    return reports
  }

  /// The two ways differ on `kernel`, which is a right one.
  private func stillDiffers(_ kernel: borrowing GeneratedKernel) -> Bool {
    do throws(Diagnostic) {
      return try difference(on: kernel) != nil
    } catch {
      return false
    }
  }
}
