import Assembler
import Foundation
import KernelCache
import KernelLanguage
import Kernels
import Launch
import Testing
import ToolTesting

/// Who makes the machine code of launches, and what is said when there is none.
@Suite struct LaunchAssemblerTests {
  private static let ptxas = PinnedTools.path("ptxas-12.9.86")
  private static let isPresent = FileManager.default.isExecutableFile(atPath: ptxas)

  @Test(.enabled(if: isPresent, "Scripts/fetch-ptxas has not run"))
  func theNamedProgramAssembles() throws {
    let folder = try TemporaryFolder()
    let assembler = try PTXAssembler(named: Self.ptxas)
    for origin in [KernelCompilation.Origin.compiler, .disk] {
      let cache = KernelCache(path: folder.file("cache").path) { Issue.record("\($0)") }
      let fake = try FakeDriver()
      let gpu = try fake.gpu(
        toolchain: TestToolchain().toolchain(assembler: assembler, cache: cache))
      try launch(on: gpu)
      #expect(fake.lastImage == "machine code")
      #expect(fake.calls("cuLinkCreate") == 0)
      #expect(fake.launchCount == 1)
      #expect(gpu.compilations.map(\.origin) == [origin])
      #expect(gpu.compilations.map(\.assembler) == ["ptxas 12.9.86"])
    }
    // What the driver makes is another entry.
    let cache = KernelCache(path: folder.file("cache").path) { Issue.record("\($0)") }
    let gpu = try FakeDriver().gpu(toolchain: TestToolchain().toolchain(cache: cache))
    try launch(on: gpu)
    #expect(gpu.compilations.map(\.origin) == [.compiler])
  }

  @Test(.enabled(if: isPresent, "Scripts/fetch-ptxas has not run"))
  func whatTheProgramRefusesIsLocated() throws {
    let tools = TestToolchain { $0.ptx = Images.ptx("vectorAdd", ["u64"], body: "mistake;") }
    let assembler = try PTXAssembler(named: Self.ptxas)
    let gpu = try FakeDriver().gpu(toolchain: tools.toolchain(assembler: assembler))
    let error = #expect(throws: KernelError.self) { try launch(on: gpu) }
    let diagnostics = try #require(error).diagnostics
    #expect(diagnostics.first?.message == "ptxas 12.9.86 refused the kernel's PTX")
    #expect(diagnostics.first?.position.file.hasSuffix("VectorAdd.swift") == true)
    #expect(diagnostics.dropFirst().first?.position.file == "vectorAdd.ptx")
    #expect(diagnostics.dropFirst().first.map { $0.position.line > 0 } == true)
  }

  @Test func whatTheDriverRefusesIsLocated() throws {
    let tools = TestToolchain { $0.ptx = Array(".version 8.0 syntax error".utf8) }
    let fake = try FakeDriver()
    let error = try #require(throws: KernelError.self) {
      try launch(on: try fake.gpu(toolchain: tools.toolchain()))
    }
    #expect(
      error.diagnostics.map(\.message) == [
        "the assembler of driver 12.8 refused the kernel's PTX", "syntax error",
      ])
    #expect(error.diagnostics.last.map { "\($0.position)" } == "vectorAdd.ptx:7")
    #expect(fake.calls("cuModuleLoadDataEx") == 0)
  }

  @Test func anAssemblerThatIsNotThereIsNamed() throws {
    let error = try #require(throws: DeviceError.self) {
      try GPU(0, assembler: .file("/nowhere/ptxas"))
    }
    #expect(error.description == "no assembler at '/nowhere/ptxas': no such file or folder")
  }

  @Test func anythingElseIsNoAssembler() throws {
    let error = try #require(throws: DeviceError.self) { try GPU(0, assembler: .file("/bin/sh")) }
    #expect(error.description.hasPrefix("'/bin/sh' is no PTX assembler: "), "\(error)")
  }

  private func launch(on gpu: GPU) throws {
    let x: Buffer<Float> = [1, 2, 3]
    try vectorAdd(x: x, y: x, z: x, count: 3).launch(grid: 1, on: .gpu(gpu))
  }
}
