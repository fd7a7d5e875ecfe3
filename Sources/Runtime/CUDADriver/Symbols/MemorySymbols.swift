/// The driver's functions about memory, by their names.
struct MemorySymbols: Sendable {
  let cuMemGetInfo:
    @Sendable @convention(c) (UnsafeMutablePointer<UInt>, UnsafeMutablePointer<UInt>) -> Int32
  let cuMemAlloc: @Sendable @convention(c) (UnsafeMutablePointer<DeviceAddress>, UInt) -> Int32
  let cuMemFree: @Sendable @convention(c) (DeviceAddress) -> Int32
  let cuMemAllocAsync:
    (@Sendable @convention(c) (UnsafeMutablePointer<DeviceAddress>, UInt, DriverHandle) -> Int32)?
  let cuMemFreeAsync: (@Sendable @convention(c) (DeviceAddress, DriverHandle) -> Int32)?
  let cuMemHostAlloc: @Sendable @convention(c) (UnsafeMutablePointer<UInt>, UInt, UInt32) -> Int32
  let cuMemFreeHost: @Sendable @convention(c) (UInt) -> Int32
  let cuMemcpyHtoD: @Sendable @convention(c) (DeviceAddress, UnsafeRawPointer?, UInt) -> Int32
  let cuMemcpyDtoH:
    @Sendable @convention(c) (UnsafeMutableRawPointer?, DeviceAddress, UInt) -> Int32
  let cuMemcpyDtoD: @Sendable @convention(c) (DeviceAddress, DeviceAddress, UInt) -> Int32
  let cuMemcpyHtoDAsync:
    @Sendable @convention(c) (DeviceAddress, UnsafeRawPointer?, UInt, DriverHandle) -> Int32
  let cuMemcpyDtoHAsync:
    @Sendable @convention(c) (UnsafeMutableRawPointer?, DeviceAddress, UInt, DriverHandle) -> Int32
  let cuMemcpyDtoDAsync:
    @Sendable @convention(c) (DeviceAddress, DeviceAddress, UInt, DriverHandle) -> Int32
  let cuMemsetD8: @Sendable @convention(c) (DeviceAddress, UInt8, UInt) -> Int32
  let cuMemsetD8Async: @Sendable @convention(c) (DeviceAddress, UInt8, UInt, DriverHandle) -> Int32
  let cuPointerGetAttribute:
    @Sendable @convention(c) (UnsafeMutableRawPointer, Int32, DeviceAddress) -> Int32

  init(_ table: SymbolTable) throws(DriverError) {
    cuMemGetInfo = try table.required("cuMemGetInfo_v2")
    cuMemAlloc = try table.required("cuMemAlloc_v2")
    cuMemFree = try table.required("cuMemFree_v2")
    cuMemAllocAsync = table.optional("cuMemAllocAsync")
    cuMemFreeAsync = table.optional("cuMemFreeAsync")
    cuMemHostAlloc = try table.required("cuMemHostAlloc")
    cuMemFreeHost = try table.required("cuMemFreeHost")
    cuMemcpyHtoD = try table.required("cuMemcpyHtoD_v2")
    cuMemcpyDtoH = try table.required("cuMemcpyDtoH_v2")
    cuMemcpyDtoD = try table.required("cuMemcpyDtoD_v2")
    cuMemcpyHtoDAsync = try table.required("cuMemcpyHtoDAsync_v2")
    cuMemcpyDtoHAsync = try table.required("cuMemcpyDtoHAsync_v2")
    cuMemcpyDtoDAsync = try table.required("cuMemcpyDtoDAsync_v2")
    cuMemsetD8 = try table.required("cuMemsetD8_v2")
    cuMemsetD8Async = try table.required("cuMemsetD8Async")
    cuPointerGetAttribute = try table.required("cuPointerGetAttribute")
  }
}
