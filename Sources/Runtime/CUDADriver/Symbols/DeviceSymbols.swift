/// The driver's functions about itself, devices and contexts, by their names.
struct DeviceSymbols: Sendable {
  let cuInit: @Sendable @convention(c) (UInt32) -> Int32
  let cuDriverGetVersion: @Sendable @convention(c) (UnsafeMutablePointer<Int32>) -> Int32
  let cuGetErrorName:
    @Sendable @convention(c) (Int32, UnsafeMutablePointer<UnsafePointer<CChar>?>) -> Int32
  let cuGetErrorString:
    @Sendable @convention(c) (Int32, UnsafeMutablePointer<UnsafePointer<CChar>?>) -> Int32
  let cuDeviceGetCount: @Sendable @convention(c) (UnsafeMutablePointer<Int32>) -> Int32
  let cuDeviceGet: @Sendable @convention(c) (UnsafeMutablePointer<Int32>, Int32) -> Int32
  let cuDeviceGetName: @Sendable @convention(c) (UnsafeMutablePointer<CChar>, Int32, Int32) -> Int32
  let cuDeviceGetAttribute:
    @Sendable @convention(c) (UnsafeMutablePointer<Int32>, Int32, Int32) -> Int32
  let cuDeviceTotalMem: @Sendable @convention(c) (UnsafeMutablePointer<UInt>, Int32) -> Int32
  let cuDevicePrimaryCtxRetain:
    @Sendable @convention(c) (UnsafeMutablePointer<DriverHandle>, Int32) -> Int32
  let cuDevicePrimaryCtxRelease: @Sendable @convention(c) (Int32) -> Int32
  let cuCtxGetCurrent: @Sendable @convention(c) (UnsafeMutablePointer<DriverHandle>) -> Int32
  let cuCtxPushCurrent: @Sendable @convention(c) (DriverHandle) -> Int32
  let cuCtxPopCurrent: @Sendable @convention(c) (UnsafeMutablePointer<DriverHandle>) -> Int32
  let cuCtxSynchronize: @Sendable @convention(c) () -> Int32

  init(_ table: SymbolTable) throws(DriverError) {
    cuInit = try table.required("cuInit")
    cuDriverGetVersion = try table.required("cuDriverGetVersion")
    cuGetErrorName = try table.required("cuGetErrorName")
    cuGetErrorString = try table.required("cuGetErrorString")
    cuDeviceGetCount = try table.required("cuDeviceGetCount")
    cuDeviceGet = try table.required("cuDeviceGet")
    cuDeviceGetName = try table.required("cuDeviceGetName")
    cuDeviceGetAttribute = try table.required("cuDeviceGetAttribute")
    cuDeviceTotalMem = try table.required("cuDeviceTotalMem_v2")
    cuDevicePrimaryCtxRetain = try table.required("cuDevicePrimaryCtxRetain")
    cuDevicePrimaryCtxRelease = try table.required("cuDevicePrimaryCtxRelease_v2")
    cuCtxGetCurrent = try table.required("cuCtxGetCurrent")
    cuCtxPushCurrent = try table.required("cuCtxPushCurrent_v2")
    cuCtxPopCurrent = try table.required("cuCtxPopCurrent_v2")
    cuCtxSynchronize = try table.required("cuCtxSynchronize")
  }
}
