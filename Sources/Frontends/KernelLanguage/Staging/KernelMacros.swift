/// Makes a function a kernel: it is compiled for the device and run for each program of a grid.
///
/// The body keeps Swift's control flow: `if`, `for`, `while`, `repeat`, `guard`, `switch`,
/// `return`, `break` and `continue`. Where a condition or a range is known on the host, Swift runs
/// it while the kernel is traced; where it is a tile, it becomes control flow of the device.
///
/// Beside the kernel there is an overload on host types, which makes a launch:
///
///     @Kernel func add(x: Pointer<Float>, n: Scalar<Int32>, @Constexpr block: Int = 128) { … }
///
///     try add(x: buffer, n: 1000).launch(grid: 8)
///
/// A parameter is a pointer, a scalar, an optional one of these, or marked `@Constexpr`. A kernel
/// returns nothing and cannot throw; it may be a member of a type but not a local function.
@attached(body) @attached(peer, names: overloaded)
public macro Kernel() = #externalMacro(module: "KernelMacro", type: "KernelMacro")

/// Lets a function that kernels call have control flow on tiles.
///
/// A function without such control flow needs no attribute. A function inside a kernel needs none
/// either: it is rewritten with the kernel.
@attached(body)
public macro Device() = #externalMacro(module: "KernelMacro", type: "DeviceMacro")
