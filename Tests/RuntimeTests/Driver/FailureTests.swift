import CUDADriver
import Testing

/// What becomes of a call that fails, whichever it is and whatever it fails with.
@Suite struct FailureTests {
  /// The functions that `DriverUse` calls and whose failure is reported; the others end the life of
  /// something, where nobody is left to hear of it.
  private static let reported = [
    "cuInit", "cuDriverGetVersion", "cuDeviceGetCount", "cuDeviceGet", "cuDeviceGetName",
    "cuDeviceTotalMem", "cuDeviceGetAttribute", "cuDevicePrimaryCtxRetain", "cuCtxGetCurrent",
    "cuCtxPushCurrent", "cuCtxPopCurrent", "cuCtxSynchronize", "cuMemGetInfo", "cuMemAlloc",
    "cuMemFree", "cuMemAllocAsync", "cuMemHostAlloc", "cuMemcpyHtoD", "cuMemcpyDtoH",
    "cuMemcpyDtoD", "cuMemcpyHtoDAsync", "cuMemcpyDtoHAsync", "cuMemcpyDtoDAsync", "cuMemsetD8",
    "cuMemsetD8Async", "cuPointerGetAttribute", "cuModuleLoadDataEx", "cuModuleGetFunction",
    "cuModuleGetGlobal", "cuFuncGetAttribute", "cuFuncSetAttribute",
    "cuOccupancyMaxActiveBlocksPerMultiprocessor", "cuLinkCreate", "cuLinkAddData",
    "cuLinkComplete", "cuStreamCreate", "cuStreamSynchronize", "cuStreamQuery",
    "cuStreamWaitEvent", "cuEventCreate", "cuEventRecord", "cuEventQuery", "cuEventSynchronize",
    "cuEventElapsedTime", "cuLaunchKernel", "cuLaunchKernelEx", "cuTensorMapEncodeTiled",
  ]
  private static let unreported = [
    "cuDevicePrimaryCtxRelease", "cuModuleUnload", "cuLinkDestroy", "cuStreamDestroy",
    "cuEventDestroy", "cuMemFreeAsync", "cuMemFreeHost",
  ]

  /// `DriverUse` calls every function that the tests below know, so that none is forgotten.
  @Test func everyFunctionIsCalled() throws {
    let fake = try FakeDriver()
    try DriverUse.everything(path: fake.path)
    #expect(Set(fake.called) == Set(Self.reported + Self.unreported))
    for kind in FakeDriver.kinds { #expect(fake.live(kind) == 0, "\(kind)") }
    #expect(fake.contextDepth == 0)
  }

  @Test(arguments: reported)
  func everyCodeIsNamed(function: String) throws {
    let fake = try FakeDriver()
    try DriverUse.everything(path: fake.path)
    let callCount = fake.calls(function)
    for code: Int32 in [1, 2, 3, 100, 101, 200, 201, 218, 222, 400, 500, 600, 700, 701, 719, 999] {
      // Where the first, the middle and the last call of the function fail. What is current on a
      // thread is also asked for at the end of a life, where nobody hears of it.
      let isAskedAtTheEnd = function.hasPrefix("cuCtx") && function != "cuCtxSynchronize"
      for position in isAskedAtTheEnd ? [0] : Set([0, callCount / 2, callCount - 1]) {
        fake.inject(code, into: function, after: position)
        defer { fake.heal() }
        let error = Result { () throws(DriverError) in
          try DriverUse.everything(path: fake.path)
        }
        if Self.isAnswer(code, of: function) { continue }
        guard case .failure(.failedCall(let call)) = error else {
          Issue.record("\(function) failed with \(code), but \(error) came of it")
          continue
        }
        #expect(call.function == function)
        #expect(call.code == code)
        #expect(call.name.hasPrefix("CUDA_ERROR_"))
        #expect(fake.contextDepth == 0)
      }
    }
    // Whatever failed, nothing is left over: what fails to be freed is freed by nobody.
    if function != "cuMemFree" && !function.hasPrefix("cuCtx") {
      for kind in FakeDriver.kinds { #expect(fake.live(kind) == 0, "\(kind)") }
    }
  }

  @Test(arguments: unreported)
  func theEndOfALifeNeverFails(function: String) throws {
    let fake = try FakeDriver()
    fake.inject(999, into: function)
    try DriverUse.everything(path: fake.path)
    #expect(fake.calls(function) > 0)
    #expect(fake.contextDepth == 0)
  }

  /// Codes by which some functions answer a question.
  private static func isAnswer(_ code: Int32, of function: String) -> Bool {
    switch function {
    case "cuStreamQuery", "cuEventQuery": code == 600
    case "cuPointerGetAttribute", "cuDeviceGetAttribute": code == 1
    case "cuModuleGetGlobal": code == 500
    default: false
    }
  }

  @Test func anIllegalAccessIsReportedWhereItIsWaitedFor() throws {
    let context = try FakeDriver().context()
    let module = try LoadedModule(context, image: Images.illegal)
    let stream = try Stream(context)
    try module.function("illegal").launch(
      BlockLaunch(grid: .init(1), block: .init(32)), on: stream,
      parameters: .init(start: nil, count: 0))
    let error = try #require(throws: DriverError.self) { try stream.synchronize() }
    #expect(
      "\(error)"
        == "cuStreamSynchronize failed with CUDA_ERROR_ILLEGAL_ADDRESS (700): an illegal memory "
        + "access was encountered (GPU 0)")
  }

  @Test func theCompilersWordsAreInTheError() throws {
    let context = try FakeDriver().context()
    let error = try #require(throws: DriverError.self) {
      _ = try LoadedModule(context, image: Array(".version 8.0 syntax error".utf8))
    }
    #expect(
      "\(error)"
        == "cuModuleLoadDataEx failed with CUDA_ERROR_INVALID_PTX (218): a PTX JIT compilation "
        + "failed (25 bytes to GPU 0)\nptxas application ptx input, line 7; error   : syntax error")
    #expect(throws: DriverError.self) {
      try context.assemble(ptx: Array(".version 8.0 syntax error".utf8))
    }
  }
}
