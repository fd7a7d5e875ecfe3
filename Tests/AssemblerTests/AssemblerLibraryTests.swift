import Foundation
import Support
import Testing
import ToolTesting

@testable import Assembler

/// nvJitLink in this process; skipped where `Scripts/fetch-nvjitlink` has not run.
@Suite struct AssemblerLibraryTests {
  private static let absence: Comment = "Scripts/fetch-nvjitlink has not run"
  private static var isPresent: Bool {
    FileManager.default.fileExists(atPath: PinnedAssembler.library)
  }

  private static let library = try? AssemblerLibrary(path: PinnedAssembler.library)

  @Test(.enabled(absence) { isPresent }) func goodModuleBecomesCode() throws {
    let assembler = PTXAssembler.library(try #require(Self.library))
    let options = AssemblyOptions(isStrict: true)
    let assembly = try assembler.assemble([ExampleModule.good()], options: options)
    #expect(assembly.cubin.starts(with: [0x7f, 0x45, 0x4c, 0x46]))
    #expect(try #require(assembly.resources(of: "good")).registerCount > 0)
    #expect(try assembler.assemble([ExampleModule.good()], options: options) == assembly)
    #expect(assembler.identity.description.hasPrefix("nvJitLink 12.9 "))
  }

  @Test(.enabled(absence) { isPresent }) func problemsAreLocated() throws {
    let library = try #require(Self.library)
    func problems(_ input: AssemblyInput) -> [String] {
      do throws(AssemblerError) {
        _ = try library.assemble([input], options: AssemblyOptions(isStrict: true))
      } catch {
        if case .refused("nvJitLink 12.9", let problems) = error {
          return problems.map(\.description)
        }
        return [error.description]
      }
      return []
    }
    #expect(
      problems(ExampleModule.lost()) == ["lost.ptx:6: error: Unknown symbol 'absent'"])
    #expect(problems(ExampleModule.spilling()).first?.contains("spills registers") == true)
    #expect(problems(ExampleModule.unawaited()).first?.contains("(C7517)") == true)
  }

  @Test func missingLibraryIsNamed() {
    let path = "/absent/libnvJitLink.so.12"
    #expect(throws: AssemblerError.notFound(path: path, reason: "no such file or folder")) {
      try PTXAssembler(path: path)
    }
  }

  @Test func nameWithoutAFolderIsNotLookedUp() {
    #expect(
      throws: AssemblerError.notFound(
        path: "libnvJitLink.so.12", reason: "a library is named with its folder")
    ) { try PTXAssembler(path: "libnvJitLink.so.12") }
  }

  @Test func anotherFileIsNoLibrary() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("no library", to: "libother.so").path
    #expect(throws: AssemblerError.self) { try PTXAssembler(path: path) }
  }
}
