/// The driver's functions about code, by their names.
struct ModuleSymbols: Sendable {
  /// The options of the driver's compiler: how many, which, and the value or address of each.
  typealias OptionNames = UnsafeMutablePointer<UInt32>?
  typealias OptionValues = UnsafeMutablePointer<UInt>?

  let cuModuleLoadDataEx:
    @Sendable @convention(c) (
      UnsafeMutablePointer<DriverHandle>, UnsafeRawPointer?, UInt32, OptionNames, OptionValues
    ) -> Int32
  let cuModuleUnload: @Sendable @convention(c) (DriverHandle) -> Int32
  let cuModuleGetFunction:
    @Sendable @convention(c) (
      UnsafeMutablePointer<DriverHandle>, DriverHandle, UnsafePointer<CChar>
    ) -> Int32
  let cuModuleGetGlobal:
    @Sendable @convention(c) (
      UnsafeMutablePointer<DeviceAddress>, UnsafeMutablePointer<UInt>, DriverHandle,
      UnsafePointer<CChar>
    ) -> Int32
  let cuFuncGetAttribute:
    @Sendable @convention(c) (UnsafeMutablePointer<Int32>, Int32, DriverHandle) -> Int32
  let cuFuncSetAttribute: @Sendable @convention(c) (DriverHandle, Int32, Int32) -> Int32
  let cuOccupancyMaxActiveBlocksPerMultiprocessor:
    @Sendable @convention(c) (UnsafeMutablePointer<Int32>, DriverHandle, Int32, UInt) -> Int32
  let cuLinkCreate:
    @Sendable @convention(c) (
      UInt32, OptionNames, OptionValues, UnsafeMutablePointer<DriverHandle>
    ) -> Int32
  let cuLinkAddData:
    @Sendable @convention(c) (
      DriverHandle, UInt32, UnsafeMutableRawPointer?, UInt, UnsafePointer<CChar>, UInt32,
      OptionNames, OptionValues
    ) -> Int32
  let cuLinkComplete:
    @Sendable @convention(c) (
      DriverHandle, UnsafeMutablePointer<UnsafeMutableRawPointer?>, UnsafeMutablePointer<UInt>
    ) -> Int32
  let cuLinkDestroy: @Sendable @convention(c) (DriverHandle) -> Int32

  init(_ table: SymbolTable) throws(DriverError) {
    cuModuleLoadDataEx = try table.required("cuModuleLoadDataEx")
    cuModuleUnload = try table.required("cuModuleUnload")
    cuModuleGetFunction = try table.required("cuModuleGetFunction")
    cuModuleGetGlobal = try table.required("cuModuleGetGlobal_v2")
    cuFuncGetAttribute = try table.required("cuFuncGetAttribute")
    cuFuncSetAttribute = try table.required("cuFuncSetAttribute")
    cuOccupancyMaxActiveBlocksPerMultiprocessor = try table.required(
      "cuOccupancyMaxActiveBlocksPerMultiprocessor")
    cuLinkCreate = try table.required("cuLinkCreate_v2")
    cuLinkAddData = try table.required("cuLinkAddData_v2")
    cuLinkComplete = try table.required("cuLinkComplete")
    cuLinkDestroy = try table.required("cuLinkDestroy")
  }
}
