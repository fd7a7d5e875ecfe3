import Foundation
import KernelCache
import KernelLanguage
import Kernels
import Launch
import Support
import Synchronization
import Testing
import ToolTesting

/// Kernels that launches find on disk, or in memory, and what is made anew.
///
/// Each cache is what one process would have: they share only the folder.
@Suite struct LaunchCacheTests {
  private let folder: TemporaryFolder
  private let tools = TestToolchain()

  init() throws { folder = try TemporaryFolder() }

  @Test func anotherProcessNeitherCompilesNorAssembles() throws {
    #expect(try origin() == .compiler)
    #expect(tools.count == 1)
    let fake = try FakeDriver()
    #expect(try origin(on: fake) == .disk)
    #expect(tools.count == 1)
    #expect(fake.calls("cuLinkCreate") == 0)
    #expect(fake.lastImage == "the driver's machine code")
  }

  @Test func anotherGPUOfTheProcessTakesWhatIsInMemory() throws {
    let cache = cache()
    #expect(try origin(cache: cache) == .compiler)
    #expect(try origin(cache: cache) == .memory)
    #expect(tools.count == 1)
    #expect(cache.statistics.diskHitCount == 0)
  }

  @Test func onlyTheFirstLaunchAsksTheCache() throws {
    let cache = cache()
    let gpu = try FakeDriver().gpu(toolchain: tools.toolchain(cache: cache))
    for _ in 0..<10 { try launch(on: gpu) }
    #expect(cache.statistics.memoryHitCount == 0)
    #expect(cache.statistics.compilationCount == 1)
    try gpu.unloadKernels()
    try launch(on: gpu)
    #expect(gpu.compilations.map(\.origin) == [.memory])
  }

  @Test func whateverTheCodeDependsOnMakesAnEntry() throws {
    var expected = 0
    func expectNew(_ what: String, _ launch: () throws -> KernelCompilation.Origin) rethrows {
      expected += 1
      #expect(try launch() == .compiler, "\(what)")
      #expect(tools.count == expected, "\(what)")
      // The same once more is there.
      #expect(try launch() == .disk, "\(what)")
      #expect(tools.count == expected, "\(what)")
    }
    try expectNew("first") { try origin() }
    try expectNew("warps") { try origin(options: KernelOptions(warps: 8)) }
    try expectNew("registers") { try origin(options: KernelOptions(maximumRegisters: 64)) }
    try expectNew("constant") { try origin { try $0.add(blockSize: 32) } }
    try expectNew("argument of 1") { try origin { try $0.add(count: 1) } }
    try expectNew("argument that is a multiple of 16") { try origin { try $0.add(count: 16) } }
    try expectNew("address") { try origin { try $0.add(offset: 1) } }
    try expectNew("type") { try origin { try $0.add(Int32.self) } }
    try expectNew("version of the driver") { try origin(on: FakeDriver(version: 12090)) }
    try expectNew("machine") { try origin(on: FakeDriver(capability: 89)) }
    try expectNew("compiler") { try origin(build: "another") }
  }

  @Test func damagedEntriesAreMadeAnew() throws {
    #expect(try origin() == .compiler)
    let entry = try #require(try entries().first)
    var bytes = try Data(contentsOf: entry)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: entry)
    #expect(try origin() == .compiler)
    #expect(tools.count == 2)
    #expect(try origin() == .disk)
  }

  @Test func entriesThatTheDriverRefusesAreMadeAnew() throws {
    #expect(try origin() == .compiler)
    let fake = try FakeDriver()
    let faults = Mutex<[String]>([])
    let cache = KernelCache(path: folder.file("cache").path) { fault in
      faults.withLock { $0.append("\(fault)") }
    }
    var toolchain = tools.toolchain(cache: cache)
    let compile = toolchain.compile
    toolchain.compile = { module, target, options throws(Diagnostic) in
      fake.heal()
      return try compile(module, target, options)
    }
    let gpu = try fake.gpu(toolchain: toolchain)
    fake.inject(200, into: "cuModuleLoadDataEx")
    _ = try GPUArguments(gpu).add().launch(grid: 1, on: .gpu(gpu))
    #expect(gpu.compilations.map(\.origin) == [.compiler])
    #expect(tools.count == 2)
    let fault = try #require(faults.withLock { $0 }.first)
    #expect(fault.hasPrefix("what was kept of kernel 'vectorAdd' is made anew: cuModuleLoadDataEx"))
    #expect(try origin() == .disk)
  }

  @Test func whatIsRefusedAgainIsAnError() throws {
    #expect(try origin() == .compiler)
    let fake = try FakeDriver()
    let cache = KernelCache(path: folder.file("cache").path) { _ in }
    fake.inject(200, into: "cuModuleLoadDataEx")
    #expect(throws: KernelError.self) { try origin(on: fake, cache: cache) }
    #expect(tools.count == 2)
  }

  @Test func aFolderThatCannotBeUsedIsReportedOnce() throws {
    let file = try folder.write("", to: "file").path
    let faults = Mutex<[String]>([])
    let cache = KernelCache(path: "\(file)/cache") { fault in
      faults.withLock { $0.append("\(fault)") }
    }
    let gpu = try FakeDriver().gpu(toolchain: tools.toolchain(cache: cache))
    for count: Int32 in [3, 16, 1] {
      _ = try GPUArguments(gpu).add(count: count).launch(grid: 1, on: .gpu(gpu))
    }
    #expect(gpu.compilations.map(\.origin) == [.compiler, .compiler, .compiler])
    #expect(faults.withLock { $0 } == ["cannot write '\(file)/cache': no such file or folder"])
  }

  @Test func aCompilerThatIsNotKnownIsReportedOnce() throws {
    let faults = Mutex(0)
    let cache = KernelCache(path: folder.file("cache").path) { _ in faults.withLock { $0 += 1 } }
    var toolchain = tools.toolchain(cache: cache)
    toolchain.compilerBuild = { () throws(FileError) in
      throw FileError(path: "program", action: .read, reason: .notFound)
    }
    let gpu = try FakeDriver().gpu(toolchain: toolchain)
    for count: Int32 in [3, 16] {
      _ = try GPUArguments(gpu).add(count: count).launch(grid: 1, on: .gpu(gpu))
    }
    #expect(faults.withLock { $0 } == 1)
    #expect(try entries().isEmpty)
  }

  @Test func mistakesAreNotKept() throws {
    let fake = try FakeDriver()
    fake.inject(218, into: "cuLinkComplete")
    #expect(throws: KernelError.self) { try origin(on: fake) }
    #expect(try entries().isEmpty)
    fake.heal()
    #expect(try origin(on: fake) == .compiler)
  }

  @Test func theEmulatorKeepsNothing() throws {
    let gpu = try GPU.emulated(toolchain: tools.toolchain(cache: cache()))
    try launch(on: gpu)
    #expect(gpu.compilations.map(\.origin) == [.compiler])
    #expect(gpu.compilations.map(\.assembler) == [nil])
    #expect(try entries().isEmpty)
  }

  /// A cache of its own in the folder of the test.
  private func cache() -> KernelCache {
    KernelCache(path: folder.file("cache").path) { Issue.record("\($0)") }
  }

  private func entries() throws -> [URL] {
    let cache = folder.file("cache")
    guard FileManager.default.fileExists(atPath: cache.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(at: cache, includingPropertiesForKeys: nil)
  }

  /// Where the kernel of a launch on a new GPU came from.
  private func origin(
    on fake: FakeDriver? = nil, cache given: KernelCache? = nil, build: String = "test",
    options: KernelOptions = KernelOptions(),
    _ call: (GPUArguments) throws -> KernelCall = { try $0.add() }
  ) throws -> KernelCompilation.Origin {
    let fake = try fake ?? FakeDriver()
    let gpu = try fake.gpu(toolchain: tools.toolchain(cache: given ?? cache(), build: build))
    try call(GPUArguments(gpu)).launch(grid: 1, on: .gpu(gpu), options: options)
    #expect(gpu.compilations.map(\.assembler) == ["driver \(fake.cudaVersion)"])
    return try #require(gpu.compilations.first).origin
  }

  private func launch(on gpu: GPU) throws {
    let x: Buffer<Float> = [1, 2, 3]
    try vectorAdd(x: x, y: x, z: x, count: 3).launch(grid: 1, on: .gpu(gpu))
  }
}

/// Calls with arguments in the memory of one GPU.
private struct GPUArguments {
  let gpu: GPU

  init(_ gpu: GPU) { self.gpu = gpu }

  /// `vectorAdd` of 3 elements unless something else is said; `offset` moves their address.
  func add<Element: NumericElement>(
    _ type: Element.Type = Float.self, count: Int32 = 3, blockSize: Int = 16, offset: UInt64 = 0
  ) throws -> KernelCall {
    let memory = try Buffer<Element>(uninitialized: 64, on: gpu)
    let address = try #require(memory.storage.device?.address)
    let x = Buffer<Element>(at: address + 4 * offset, count: 32, on: gpu, owner: memory)
    return vectorAdd(x: x, y: x, z: x, count: count, blockSize: blockSize)
  }
}
