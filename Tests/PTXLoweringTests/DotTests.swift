import Compiler
import IR
import PTX
import Support
import Testing

/// Matrix products in PTX are those of the interpreter, for every form of factors and all shapes.
@Suite struct DotTests {
  /// A factor that is smaller than an instruction's, as large, and larger.
  private static let shapes = [(16, 8, 16), (32, 32, 32), (1, 16, 32), (16, 1, 32), (8, 32, 8)]

  static let kernels: [DotKernel] =
    shapes.flatMap { rows, columns, depth in
      [
        DotKernel(rows, columns, depth, .f16, .f32), DotKernel(rows, columns, depth, .bf16, .f32),
        DotKernel(rows, columns, depth, .f16, .f16), DotKernel(rows, columns, depth, .i8, .i32),
        DotKernel(rows, columns, depth, .f32, .f32, precision: "tf32"),
        DotKernel(rows, columns, depth, .f32, .f32), DotKernel(rows, columns, depth, .f64, .f64),
      ]
    } + [
      DotKernel(64, 64, 32, .f16, .f32), DotKernel(32, 128, 16, .bf16, .f32),
      // Both factors do not fit into the part of shared memory that is used in turns.
      DotKernel(128, 16, 32, .f16, .f16), DotKernel(16, 16, 64, .f32, .f32, precision: "tf32"),
      DotKernel(128, 16, 16, .f32, .f32),
    ]

  static let forms: [DotKernel] = [
    DotKernel(32, 32, 32, .f32, .f32, precision: "tf32x3"),
    DotKernel(32, 32, 32, .f32, .f32, precision: "bf16x3"),
    DotKernel(32, 32, 32, .f32, .f32, precision: "bf16x6"),
    DotKernel(32, 32, 32, .f16, .f32, isTransposed: true),
    DotKernel(32, 64, 32, .bf16, .f32, isTransposed: true),
    DotKernel(32, 32, 64, .i8, .i32, isTransposed: true),
    DotKernel(32, 32, 16, .f32, .f32, precision: "tf32", isTransposed: true),
    DotKernel(32, 32, 16, .f32, .f32, isTransposed: true),
    DotKernel(16, 16, 16, .f64, .f64, isTransposed: true),
    DotKernel(64, 64, 16, .f16, .f32, warps: 1), DotKernel(64, 64, 16, .f16, .f32, warps: 8),
    DotKernel(16, 16, 16, .f16, .f32, warps: 8), DotKernel(64, 32, 64, .f32, .f32, warps: 1),
    DotKernel(16, 16, 32, .f16, .f32, batch: 2), DotKernel(32, 16, 32, .i8, .i32, batch: 4),
    DotKernel(16, 16, 16, .f64, .f64, batch: 8),
    DotKernel(16, 32, 16, .f32, .f32, batch: 4), DotKernel(16, 16, 16, .f16, .f16, batch: 1),
    DotKernel(16, 16, 16, .f32, .f32, precision: "tf32", batch: 8, warps: 2),
    // Too short for a matrix instruction.
    DotKernel(16, 16, 4, .f16, .f32), DotKernel(16, 16, 2, .f16, .f16),
    DotKernel(32, 8, 8, .i8, .i32), DotKernel(8, 8, 1, .f32, .f32, precision: "tf32"),
    DotKernel(8, 8, 4, .f32, .f32, precision: "bf16x6"), DotKernel(16, 16, 2, .f64, .f64),
    DotKernel(2, 2, 2, .f32, .f32), DotKernel(1, 1, 1, .f32, .f32),
  ]

  @Test(arguments: kernels + forms)
  func agreesWithTheInterpreter(kernel: DotKernel) throws {
    try expectAgreement(kernel, on: .sm90a)
  }

  @Test(
    arguments: forms + [
      DotKernel(16, 16, 16, .f64, .f64), DotKernel(4, 8, 32, .f64, .f64),
    ])
  func agreesOnTheOldestTarget(kernel: DotKernel) throws {
    try expectAgreement(kernel, on: .sm80)
  }

  /// Factors for which the 99 KB of shared memory of sm_86 and sm_89 have no room at once.
  static let large: [DotKernel] = [
    DotKernel(32, 32, 1024, .f16, .f32), DotKernel(32, 32, 1024, .bf16, .f32, isTransposed: true),
    DotKernel(32, 32, 1024, .f16, .f16, warps: 1), DotKernel(16, 128, 512, .f16, .f32, warps: 8),
    DotKernel(16, 16, 512, .f16, .f32, batch: 4), DotKernel(32, 32, 2048, .i8, .i32),
    DotKernel(32, 32, 512, .f32, .f32, precision: "tf32"),
    DotKernel(32, 32, 512, .f32, .f32, precision: "bf16x6"),
    DotKernel(32, 32, 2048, .f8E4M3FN, .f32), DotKernel(16, 16, 1024, .f64, .f64),
    // By single elements.
    DotKernel(32, 32, 512, .f32, .f32), DotKernel(32, 32, 512, .f32, .f32, isTransposed: true),
    DotKernel(16, 16, 256, .f32, .f32, batch: 4, warps: 2), DotKernel(8, 8, 4096, .f32, .f32),
  ]

  @Test(arguments: large)
  func factorsGoThroughSharedMemoryInSlices(kernel: DotKernel) throws {
    try expectAgreement(kernel, on: .sm89)
    let compiled = try KernelCompiler(CompilerOptions(target: .sm89, warpCount: kernel.warps))
      .compile(try Module.parse(SourceText(name: "dot.ttir", text: kernel.text)))
    #expect(compiled.sharedByteCount <= 99 * 1024)
  }

  /// A slice is as thick as an instruction is deep, and no thinner.
  @Test func factorsThatNoSliceHasRoomForAreAnError() throws {
    let kernel = DotKernel(4096, 8, 16, .f16, .f32, warps: 32)
    let error = #expect(throws: Diagnostic.self) {
      try KernelCompiler(CompilerOptions(target: .sm89, warpCount: 32))
        .compile(try Module.parse(SourceText(name: "dot.ttir", text: kernel.text)))
    }
    #expect(
      error?.message.hasSuffix("bytes of shared memory for a block, sm_89 has 101376") == true)
    #expect(error?.position.line == 2)
  }

  @Test(arguments: [ScalarType.f8E4M3FN, .f8E5M2], [(16, 8, 32), (64, 32, 64), (4, 16, 32)])
  func multipliesNarrowFloats(element: ScalarType, shape: (Int, Int, Int)) throws {
    try expectAgreement(DotKernel(shape.0, shape.1, shape.2, element, .f32), on: .sm90a)
  }

  @Test func multipliesNarrowFloatsOfTwoFormats() throws {
    var kernel = DotKernel(32, 32, 32, .f8E4M3FN, .f32)
    kernel.rhs = .f8E5M2
    try expectAgreement(kernel, on: .sm90a)
  }

  private func expectAgreement(_ kernel: DotKernel, on target: PTXTarget) throws {
    let launch = CompiledLaunch(
      text: kernel.text, buffers: kernel.buffers,
      options: CompilerOptions(target: target, warpCount: kernel.warps))
    let expected = try launch.interpreted()
    let found = try launch.emulated()
    #expect(found[2] == expected[2])
    #expect(expected[2] != kernel.buffers[2])
  }
}
