import Assembler
import KernelCache
import PTX
import Testing

/// Each thing that the code depends on is in the key.
@Suite struct CompilationInputsTests {
  /// One change of each field, or of each part of one.
  private static let changes: [(String, @Sendable (inout CompilationInputs) -> Void)] = [
    ("compilerBuild", { $0.compilerBuild = "another" }),
    ("module", { $0.module[3] ^= 1 }),
    ("module, longer", { $0.module.append(0) }),
    ("kernel", { $0.kernel = "softmax2" }),
    ("target", { $0.target = PTXTarget(90) }),
    ("target, older", { $0.target = .sm80 }),
    ("ptxVersion", { $0.ptxVersion = PTXVersion(8, 3) }),
    ("options, value", { $0.options["warps"] = "8" }),
    ("options, name", { $0.options = ["warpz": "4", "stages": "3"] }),
    ("options, one more", { $0.options["clusters"] = "1" }),
    ("options, one less", { $0.options["stages"] = nil }),
    ("constants, value", { $0.constants["BLOCK"] = "256" }),
    ("constants, name", { $0.constants = ["BLOCKS": "128"] }),
    ("constants, none", { $0.constants = [:] }),
    ("specialization, value", { $0.specialization["x"] = "1" }),
    ("specialization, one more", { $0.specialization["n"] = "16" }),
    ("assembler", { $0.assembler = AssemblerIdentity("ptxas 13.0.88") }),
    ("assembler, driver", { $0.assembler = .driver }),
    ("assemblyOptions, level", { $0.assemblyOptions.optimizationLevel = 2 }),
    ("assemblyOptions, lines", { $0.assemblyOptions.keepsLines = true }),
    ("assemblyOptions, strict", { $0.assemblyOptions.isStrict = true }),
  ]

  @Test func everyChangeGivesAnotherKey() {
    var seen: [KernelCacheKey: String] = [ExampleKernel.inputs.key: "nothing"]
    for (name, change) in Self.changes {
      var inputs = ExampleKernel.inputs
      change(&inputs)
      let other = seen.updateValue(name, forKey: inputs.key)
      #expect(other == nil, "\(name) gives the key of \(other ?? "")")
    }
  }

  @Test func everyFieldIsChangedByOne() {
    let changed = Set(Self.changes.map { $0.0.split(separator: ",")[0] })
    for (name, value) in Mirror(reflecting: ExampleKernel.inputs).children {
      #expect(changed.contains(Substring(name ?? "")), "\(name ?? "")")
      guard name == "assemblyOptions" else { continue }
      #expect(Mirror(reflecting: value).children.count == 3, "an option is not in the key")
    }
  }

  @Test func bytesDoNotMoveFromOneFieldToTheNext() {
    var (first, second) = (ExampleKernel.inputs, ExampleKernel.inputs)
    (first.module, first.kernel) = (Array("ab".utf8), "c")
    (second.module, second.kernel) = (Array("a".utf8), "bc")
    #expect(first.key != second.key)
    (first, second) = (ExampleKernel.inputs, ExampleKernel.inputs)
    (first.options, first.constants) = (["a": "1"], [:])
    (second.options, second.constants) = ([:], ["a": "1"])
    #expect(first.key != second.key)
  }

  @Test func keyIsTheSameEverywhere() {
    #expect(ExampleKernel.inputs.key.description == golden)
  }
}

/// Changes only with the format's version.
private let golden = "2137d6dae1f8fb34d90b30fb93c1f5ff85a9504429963ababcecf86b5694def3"
