import Compiler
import Foundation
import IR
import Passes
import Support
import Testing

/// What passes do to modules that Triton wrote.
@Suite(.enabled(if: !RecordedModules.all.isEmpty, "no recorded modules are at hand"))
struct RecordedModuleTests {
  /// Every eleventh file: all kinds of kernels, in seconds.
  static let sample = RecordedModules.all.enumerated().filter { $0.offset % 11 == 0 }
    .map(\.element)

  /// The runner verifies the module before the first pass and after each.
  @Test func pipelinesLeaveThemWellFormed() throws {
    for file in Self.sample {
      var module = try Self.read(file)
      _ = try PassRunner().run(.tile, on: &module)
    }
  }

  @Test(arguments: PassRegistry.names)
  func eachPassAloneLeavesThemWellFormed(name: String) throws {
    let pass = try #require(PassRegistry.pass(named: name))
    for file in Self.sample {
      var module = try Self.read(file)
      _ = try PassRunner().run(Pipeline(name: name, [pass]), on: &module)
    }
  }

  /// What a pipeline leaves has nothing left to do for it.
  @Test func pipelinesFinish() throws {
    for file in Self.sample {
      var module = try Self.read(file)
      _ = try PassRunner().run(.tile, on: &module)
      let once = module.text(locations: false)
      _ = try PassRunner().run(.tile, on: &module)
      #expect(module.text(locations: false) == once, "\(file.lastPathComponent)")
    }
  }

  private static func read(_ file: URL) throws -> Module {
    let bytes = [UInt8](try Data(contentsOf: file))
    return try Module.parse(SourceText(name: file.lastPathComponent, bytes: bytes))
  }
}
