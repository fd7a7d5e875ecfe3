import CUDADriver
import Testing

/// What is made is given back, whoever uses it.
@Suite struct ResourceTests {
  @Test func handlesBalanceOverAThousandCycles() throws {
    let fake = try FakeDriver()
    let context = try fake.context()
    let free = try context.memoryInfo().free
    for _ in 0..<1000 {
      let module = try LoadedModule(context, image: Images.increment)
      let memory = try context.allocate(byteCount: 64)
      let stream = try Stream(context)
      let event = try Event(context, timing: false)
      try DriverUse.launch(module.function("increment"), on: stream, memory.address, 16)
      try event.record(on: stream)
      try stream.synchronize()
    }
    #expect(fake.launchCount == 1000)
    #expect(fake.made("module") == 1000)
    for kind in ["memory", "module", "stream", "event"] { #expect(fake.live(kind) == 0, "\(kind)") }
    #expect(try context.memoryInfo().free == free)
    #expect(fake.live("context") == 1)
  }

  @Test func theContextGoesWithItsLastUser() throws {
    let fake = try FakeDriver()
    var stream: Stream? = try Stream(fake.context())
    #expect(fake.live("context") == 1)
    try stream?.synchronize()
    stream = nil
    #expect(fake.live("context") == 0)
    #expect(fake.live("stream") == 0)
  }

  @Test func manyTasksUseOneDevice() async throws {
    let fake = try FakeDriver()
    let context = try fake.context()
    let module = SharedModule(try LoadedModule(context, image: Images.increment))
    let function = try module.module.function("increment")
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 {
        group.addTask {
          let stream = try Stream(context)
          let memory = try context.allocate(byteCount: 64)
          try memory.fill(with: 0)
          for _ in 0..<50 {
            try DriverUse.launch(function, on: stream, memory.address, 16)
            await Task.yield()
          }
          try stream.synchronize()
          return try memory.read(byteCount: 64)
        }
      }
      for try await bytes in group {
        let first = bytes[..<4].enumerated().reduce(UInt32(0)) {
          $0 | UInt32($1.element) << UInt32(8 * $1.offset)
        }
        #expect(Float(bitPattern: first) == 50)
      }
    }
    #expect(fake.launchCount == 400)
    #expect(fake.live("stream") == 0)
    #expect(fake.live("memory") == 0)
  }

  @Test func aThreadKeepsTheContextThatItHad() throws {
    let fake = try FakeDriver(deviceCount: 2)
    let driver = try fake.open()
    let (first, second) = (try Context(driver.device(0)), try Context(driver.device(1)))
    let a = try first.allocate(byteCount: 16)
    let b = try second.allocate(byteCount: 16)
    #expect(fake.contextDepth == 0)
    #expect(try first.facts(of: a.address) == PointerFacts(place: .device, deviceIndex: 0))
    #expect(try first.facts(of: b.address) == PointerFacts(place: .device, deviceIndex: 1))
    #expect(try first.facts(of: 4096) == PointerFacts(place: .unknown))
    let pinned = try first.allocatePinned(byteCount: 16)
    let address = DeviceAddress(UInt(bitPattern: pinned.bytes.baseAddress))
    #expect(try first.facts(of: address).place == .host)
  }

  @Test func refusesTheStreamOfAnotherDevice() throws {
    let driver = try FakeDriver(deviceCount: 2).open()
    let (first, second) = (try Context(driver.device(0)), try Context(driver.device(1)))
    let module = try LoadedModule(first, image: Images.increment)
    let function = try module.function("increment")
    let stream = try Stream(second)
    let error = try #require(throws: DriverError.self) {
      try DriverUse.launch(function, on: stream, 0, 0)
    }
    #expect(
      "\(error)"
        == "cannot launch kernel 'increment' on a stream: it belongs to GPU 0, expected GPU 1")
  }

  @Test func refusesCopiesThatDoNotFit() throws {
    let memory = try FakeDriver().context().allocate(byteCount: 16)
    for (offset, count) in [(0, 17), (16, 1), (-1, 2), (.max, 1)] {
      #expect(
        throws: DriverError.outOfRange(
          action: "read", offset: offset, byteCount: count, available: 16)
      ) { try memory.read(at: offset, byteCount: count) }
    }
    #expect(try memory.read(at: 16, byteCount: 0).isEmpty)
  }

  @Test func memoryOfNoBytesIsFree() throws {
    let fake = try FakeDriver()
    let memory = try fake.context().allocate(byteCount: 0)
    try memory.write([])
    #expect(fake.calls("cuMemAlloc") == 0)
    try memory.free()
  }

  @Test func tooMuchMemoryIsRefusedWithTheNumber() throws {
    let context = try FakeDriver(memoryByteCount: 1 << 20).context()
    let error = try #require(throws: DriverError.self) {
      _ = try context.allocate(byteCount: 1 << 40)
    }
    #expect(
      "\(error)"
        == "cuMemAlloc failed with CUDA_ERROR_OUT_OF_MEMORY (2): out of memory "
        + "(1099511627776 bytes on GPU 0)")
  }
}

/// A module that several tasks use.
private final class SharedModule: Sendable {
  let module: LoadedModule

  init(_ module: consuming LoadedModule) { self.module = module }
}
