/// The driver's functions about graphs of work, by their names. Drivers before CUDA 12.0 lack some.
struct GraphSymbols: Sendable {
  let cuGraphCreate: @Sendable @convention(c) (UnsafeMutablePointer<DriverHandle>, UInt32) -> Int32
  let cuGraphDestroy: @Sendable @convention(c) (DriverHandle) -> Int32
  let cuGraphAddKernelNode:
    @Sendable @convention(c) (
      UnsafeMutablePointer<DriverHandle>, DriverHandle, UnsafePointer<DriverHandle>?, UInt,
      UnsafeRawPointer
    ) -> Int32
  let cuGraphInstantiate:
    @Sendable @convention(c) (UnsafeMutablePointer<DriverHandle>, DriverHandle, UInt64) -> Int32
  let cuGraphExecKernelNodeSetParams:
    @Sendable @convention(c) (DriverHandle, DriverHandle, UnsafeRawPointer) -> Int32
  let cuGraphLaunch: @Sendable @convention(c) (DriverHandle, DriverHandle) -> Int32
  let cuGraphExecDestroy: @Sendable @convention(c) (DriverHandle) -> Int32

  /// The functions of `table`; `nil` if one is missing.
  init?(_ table: SymbolTable) {
    do throws(DriverError) {
      cuGraphCreate = try table.required("cuGraphCreate")
      cuGraphDestroy = try table.required("cuGraphDestroy")
      cuGraphAddKernelNode = try table.required("cuGraphAddKernelNode_v2")
      cuGraphInstantiate = try table.required("cuGraphInstantiateWithFlags")
      cuGraphExecKernelNodeSetParams = try table.required("cuGraphExecKernelNodeSetParams_v2")
      cuGraphLaunch = try table.required("cuGraphLaunch")
      cuGraphExecDestroy = try table.required("cuGraphExecDestroy")
    } catch {
      return nil
    }
  }
}
