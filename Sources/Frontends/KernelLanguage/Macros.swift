/// Makes a function on tiles a kernel, which a grid of programs runs.
///
///     @Kernel
///     func scale(x: Pointer<Float>, factor: Scalar<Float>, n: Scalar<Int32>, @Constexpr block: Int) {
///       let offsets = programID(0) * Int32(block) + arange(0, block)
///       store(x + offsets, load(x + offsets, mask: offsets < n) * factor, mask: offsets < n)
///     }
///
/// Beside the function comes an overload that takes what the host has (a `Buffer<Float>` for a
/// `Pointer<Float>`, a `Float` for a `Scalar<Float>`) and returns a `KernelCall`, which can be
/// launched. In the body, `if`, `for`, `while`, `guard`, `return`, `break` and `continue` work on
/// tiles as they do on the host's values.
///
/// Triton: `@triton.jit`
@attached(body) @attached(peer, names: overloaded)
public macro Kernel() = #externalMacro(module: "KernelMacro", type: "KernelMacro")

/// Makes control flow on tiles work in a function that kernels call.
///
/// A function without such control flow needs no attribute.
///
/// Triton: `@triton.jit` on a function that kernels call
@attached(body)
public macro Device() = #externalMacro(module: "KernelMacro", type: "DeviceMacro")
