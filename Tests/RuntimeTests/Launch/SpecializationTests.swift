import KernelLanguage
import Launch
import Testing

/// A kernel with constants of several kinds.
@Kernel
private func mixed<Element: NumericElement>(
  x: Pointer<Element>, y: Pointer<Element>?, count: Scalar<Int32>, stride: Scalar<Int64>,
  @Constexpr mode: Mode = .plain, @Constexpr name: String = "", @Constexpr size: Int = 16
) {
  var tile = load(x + arange(0, size))
  if let y { tile = tile + load(y + arange(0, size)) }
  if mode == .doubled { tile = tile + tile }
  store(x + arange(0, size) + count, tile)
}

private enum Mode: Hashable {
  case plain
  case doubled
}

/// A constant that cannot be compared.
private struct Change {
  let apply: (Tile<Float>) -> Tile<Float>
}

@Kernel
private func mapped(x: Pointer<Float>, @Constexpr change: Change, @Constexpr size: Int = 16) {
  store(x + arange(0, size), change.apply(load(x + arange(0, size))))
}

private struct Scaling {
  let size: Int

  @Kernel
  func touch(x: Pointer<Float>) { store(x + arange(0, size), load(x + arange(0, size))) }
}

extension Scaling: Hashable {}

/// Which launches share a compiled kernel, and what is said of those that do not.
@Suite struct SpecializationTests {
  private let gpu: GPU
  private let tools = TestToolchain()
  private let x: Buffer<Float>

  init() throws {
    gpu = try FakeDriver().gpu(toolchain: tools.toolchain())
    x = try Buffer<Float>(repeating: 1, count: 64).copied(to: gpu)
  }

  @Test func valuesShareAKernel() throws {
    for count: Int32 in [3, 5, 7, 1023] {
      try mixed(x: x, y: nil, count: count, stride: 2).launch(grid: 1, on: .gpu(gpu))
    }
    #expect(tools.count == 1)
    for count: Int32 in [0, 16, 32, -16] {
      try mixed(x: x, y: nil, count: count, stride: 2).launch(grid: 1, on: .gpu(gpu))
    }
    #expect(tools.count == 2)
    try mixed(x: x, y: nil, count: 1, stride: 2).launch(grid: 1, on: .gpu(gpu))
    #expect(tools.count == 3)
    #expect(
      gpu.compilations.map(\.reason) == [
        "first launch of the kernel",
        "argument 'count' is a multiple of 16 of i32, before any i32",
        "argument 'count' is 1 of i32, before any i32",
      ])
  }

  @Test func saysWhatIsDifferent() throws {
    let first = mixed(x: x, y: nil, count: 3, stride: 2)
    #expect(first.compilationReason(on: gpu) == "first launch of the kernel")
    try first.launch(grid: 1, on: .gpu(gpu))
    #expect(first.compilationReason(on: gpu) == nil)
    #expect(
      mixed(x: x, y: x, count: 3, stride: 2).compilationReason(on: gpu)
        == "argument 'y' is an aligned address of f32, before nil")
    #expect(
      mixed(x: x, y: nil, count: 3, stride: 1).compilationReason(on: gpu)
        == "argument 'stride' is 1 of i64, before any i64")
    #expect(
      mixed(x: x, y: nil, count: 3, stride: 2, mode: .doubled).compilationReason(on: gpu)
        == "constant 'mode' is doubled, before another value")
    #expect(
      mixed(x: x, y: nil, count: 3, stride: 2, name: "n", size: 32).compilationReason(on: gpu)
        == "constant 'name' is n, before another value; "
        + "constant 'size' is 32, before another value")
    #expect(
      first.compilationReason(on: gpu, options: KernelOptions(warps: 8)) == "8 warps, before 4")
    #expect(
      first.compilationReason(on: gpu, options: KernelOptions(maximumRegisters: 64))
        == "at most 64 registers, before any number of registers")
    let halves = try Buffer<Float16>(repeating: 1, count: 64).copied(to: gpu)
    #expect(
      mixed(x: halves, y: nil, count: 3, stride: 2).compilationReason(on: gpu)
        == "argument 'x' is an aligned address of f16, before an aligned address of f32")
  }

  @Test func equalConstantsShareAKernel() throws {
    for _ in 0..<3 {
      for mode in [Mode.plain, .doubled] {
        try mixed(x: x, y: nil, count: 3, stride: 2, mode: mode, name: "a")
          .launch(grid: 1, on: .gpu(gpu))
      }
    }
    #expect(tools.count == 2)
  }

  @Test func whatCannotBeComparedIsTraced() throws {
    for count in [1, 1, 2, 1] {
      let change = Change { tile in (0..<count).reduce(tile) { sum, _ in sum + tile } }
      try mapped(x: x, change: change).launch(grid: 1, on: .gpu(gpu))
    }
    #expect(tools.count == 2)
    #expect(gpu.compilations.last?.reason.hasPrefix("a constant cannot be compared") == true)
  }

  @Test func theValueOfAMembersTypeIsAConstant() throws {
    for size in [16, 16, 32, 16] {
      try Scaling(size: size).touch(x: x).launch(grid: 1, on: .gpu(gpu))
    }
    #expect(tools.count == 2)
    #expect(
      gpu.compilations.last?.reason
        == "constant 'self' is Scaling(size: 32), before another value")
  }

  @Test func onesAreConstantsInTheKernel() throws {
    let text = try mixed(x: x, y: nil, count: 1, stride: 1).text()
    #expect(text.contains("arith.constant 1 : i32"))
    #expect(text.contains("%count: i32"))
  }
}
