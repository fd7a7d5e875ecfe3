/// The driver's functions about streams, events and launches, by their names.
struct StreamSymbols: Sendable {
  /// The addresses of a launch's parameters.
  typealias Parameters = UnsafeMutablePointer<UnsafeMutableRawPointer?>?

  let cuStreamCreate: @Sendable @convention(c) (UnsafeMutablePointer<DriverHandle>, UInt32) -> Int32
  let cuStreamDestroy: @Sendable @convention(c) (DriverHandle) -> Int32
  let cuStreamSynchronize: @Sendable @convention(c) (DriverHandle) -> Int32
  let cuStreamQuery: @Sendable @convention(c) (DriverHandle) -> Int32
  let cuStreamWaitEvent: @Sendable @convention(c) (DriverHandle, DriverHandle, UInt32) -> Int32
  let cuEventCreate: @Sendable @convention(c) (UnsafeMutablePointer<DriverHandle>, UInt32) -> Int32
  let cuEventDestroy: @Sendable @convention(c) (DriverHandle) -> Int32
  let cuEventRecord: @Sendable @convention(c) (DriverHandle, DriverHandle) -> Int32
  let cuEventQuery: @Sendable @convention(c) (DriverHandle) -> Int32
  let cuEventSynchronize: @Sendable @convention(c) (DriverHandle) -> Int32
  let cuEventElapsedTime:
    @Sendable @convention(c) (UnsafeMutablePointer<Float>, DriverHandle, DriverHandle) -> Int32
  let cuLaunchKernel:
    @Sendable @convention(c) (
      DriverHandle, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, DriverHandle,
      Parameters, Parameters
    ) -> Int32
  let cuLaunchKernelEx:
    (@Sendable @convention(c) (UnsafeRawPointer, DriverHandle, Parameters, Parameters) -> Int32)?
  let cuTensorMapEncodeTiled:
    (
      @Sendable @convention(c) (
        UnsafeMutableRawPointer, UInt32, UInt32, DeviceAddress, UnsafePointer<UInt64>,
        UnsafePointer<UInt64>, UnsafePointer<UInt32>, UnsafePointer<UInt32>, UInt32, UInt32, UInt32,
        UInt32
      ) -> Int32
    )?

  init(_ table: SymbolTable) throws(DriverError) {
    cuStreamCreate = try table.required("cuStreamCreate")
    cuStreamDestroy = try table.required("cuStreamDestroy_v2")
    cuStreamSynchronize = try table.required("cuStreamSynchronize")
    cuStreamQuery = try table.required("cuStreamQuery")
    cuStreamWaitEvent = try table.required("cuStreamWaitEvent")
    cuEventCreate = try table.required("cuEventCreate")
    cuEventDestroy = try table.required("cuEventDestroy_v2")
    cuEventRecord = try table.required("cuEventRecord")
    cuEventQuery = try table.required("cuEventQuery")
    cuEventSynchronize = try table.required("cuEventSynchronize")
    cuEventElapsedTime = try table.required("cuEventElapsedTime")
    cuLaunchKernel = try table.required("cuLaunchKernel")
    cuLaunchKernelEx = table.optional("cuLaunchKernelEx")
    cuTensorMapEncodeTiled = table.optional("cuTensorMapEncodeTiled")
  }
}
