import CUDADriver
import Testing

/// Opening a driver and asking it about devices.
@Suite struct DriverTests {
  @Test func namesADriverThatIsNotThere() throws {
    let error = try #require(throws: DriverError.self) { try Driver(path: "libno-such-driver.so") }
    #expect(
      "\(error)".hasPrefix("no CUDA driver: libno-such-driver.so not found ("), "\(error)")
  }

  @Test func namesAFunctionThatIsMissing() throws {
    // The C library is there, but no driver.
    #if os(Linux)
      let error = try #require(throws: DriverError.self) { try Driver(path: "libc.so.6") }
      #expect(error == .missingFunction(name: "cuInit", path: "libc.so.6"))
      #expect("\(error)" == "the CUDA driver libc.so.6 is too old: it has no function cuInit")
    #endif
  }

  @Test func refusesAnOldDriver() throws {
    let fake = try FakeDriver(version: 11040)
    let error = try #require(throws: DriverError.self) { try fake.open() }
    #expect(
      "\(error)"
        == "the CUDA driver \(fake.path) is too old: it is for CUDA 11.4, expected 11.8 or later")
  }

  @Test func saysThatThereIsNoDevice() throws {
    let fake = try FakeDriver(deviceCount: 0)
    let error = try #require(throws: DriverError.self) { try fake.open() }
    #expect(error.code == 100)
    #expect(
      "\(error)"
        == "cuInit failed with CUDA_ERROR_NO_DEVICE (100): no CUDA-capable device is detected")
  }

  @Test func describesDevices() throws {
    let driver = try FakeDriver(deviceCount: 2).open()
    #expect(driver.version == DriverVersion(12, 8))
    #expect("\(driver.version)" == "12.8")
    #expect(try driver.deviceCount == 2)
    let facts = try DeviceFacts(driver.device(1))
    #expect(facts.name == "Pretended H200 1")
    #expect(facts.index == 1)
    #expect(facts.computeCapability == (9, 0))
    #expect(facts.multiprocessorCount == 132)
    #expect(facts.sharedBytesPerBlockOnRequest == 232448)
    #expect(facts.maximumGrid == [2_147_483_647, 65535, 65535])
    #expect(facts.supportsClusters)
  }

  @Test func refusesADeviceThatIsNotThere() throws {
    let driver = try FakeDriver().open()
    let error = try #require(throws: DriverError.self) { try driver.device(3) }
    #expect(
      "\(error)"
        == "cuDeviceGet failed with CUDA_ERROR_INVALID_DEVICE (101): invalid device ordinal (GPU 3)"
    )
  }

  @Test func namesACodeThatTheDriverDoesNotKnow() throws {
    let fake = try FakeDriver()
    let driver = try fake.open()
    fake.inject(4321, into: "cuDeviceGetCount")
    let error = try #require(throws: DriverError.self) { try driver.deviceCount }
    #expect(
      "\(error)"
        == "cuDeviceGetCount failed with an unknown error (4321): the driver has no words for it")
  }
}
