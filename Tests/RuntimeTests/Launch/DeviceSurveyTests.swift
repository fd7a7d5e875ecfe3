import Launch
import Testing

/// What `nereid doctor` says of devices.
@Suite struct DeviceSurveyTests {
  @Test func namesEveryGPUWithItsNumbers() throws {
    let fake = try FakeDriver(deviceCount: 2)
    let survey = DeviceSurvey(driver: fake.path)
    #expect(survey.driverVersion == "12.8")
    #expect(survey.problem == nil)
    #expect(survey.gpus.map(\.name) == ["Pretended H200 0", "Pretended H200 1"])
    #expect(survey.gpus[1].target == "sm_90a")
    #expect(survey.gpus[1].computeCapability == "9.0")
    #expect(survey.gpus[1].memoryBytesPerSecond == 4_916_736_000_000)
    #expect(survey.choice == ("cuda:0", "GPU 0 is sm_90a"))
    #expect(fake.live("context") == 0)
  }

  @Test func saysWhyThereIsNone() throws {
    let none = DeviceSurvey(driver: "libno-driver.so")
    #expect(none.choice.target == "interpreter, emulator")
    #expect(none.choice.reason == "there is no GPU that can be used")
    #expect(none.problem?.hasPrefix("no CUDA driver: libno-driver.so not found") == true)
    let old = try FakeDriver(version: 11020)
    #expect(DeviceSurvey(driver: old.path).driverVersion == "11.2")
    #expect(DeviceSurvey(driver: old.path).problem?.contains("too old") == true)
    let empty = try FakeDriver(deviceCount: 0)
    #expect(DeviceSurvey(driver: empty.path).problem?.contains("CUDA_ERROR_NO_DEVICE") == true)
    let broken = try FakeDriver()
    broken.inject(999, into: "cuDeviceGetName")
    #expect(DeviceSurvey(driver: broken.path).problem?.contains("cuDeviceGetName") == true)
  }
}
