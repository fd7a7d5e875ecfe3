import Compiler
import Foundation
import KernelLanguage
import Kernels
import Launch
import PTX
import Testing
import ToolTesting

/// Headers in C that hold a kernel: compiled by the system's compiler and run on the fake driver.
@Suite struct CHeaderTests {
  private let folder: TemporaryFolder
  private let fake: FakeDriver

  init() throws {
    folder = try TemporaryFolder()
    fake = try FakeDriver()
  }

  @Test func aProgramInCLaunchesTheKernel() throws {
    let output = try run(
      Self.add,
      """
      float x[5] = {1, 2, 3, 4, 5}, z[5];
      CUdeviceptr a, c;
      cuMemAlloc(&a, sizeof x);
      cuMemAlloc(&c, sizeof z);
      cuMemcpyHtoD(a, x, sizeof x);
      add_kernel kernel;
      if (add_load(&kernel)) return 1;
      printf("%d", add_launch(&kernel, NULL, 1, 1, 1, a, a, c, 5));
      cuMemcpyDtoH(z, c, sizeof z);
      for (int i = 0; i < 5; i++) printf(" %g", z[i]);
      printf(" %d", add_unload(&kernel));
      """)
    #expect(output == "0 2 4 6 8 10 0")
  }

  @Test func aLaunchIsCheckedLikeAnyOther() throws {
    let output = try run(
      EmbeddedKernel(Self.add.kernel, knownValues: [3: 1]),
      """
      CUdeviceptr a;
      cuMemAlloc(&a, 64);
      add_kernel k;
      if (add_load(&k)) return 1;
      printf("%d", add_launch(&k, NULL, 1, 1, 1, a, a, a, 1));
      printf(" %d", add_launch(&k, NULL, 1, 1, 1, a + 4, a, a, 1));
      printf(" %d", add_launch(&k, NULL, 1, 1, 1, a, a, a, 2));
      printf(" %d", add_launch(&k, NULL, 0, 1, 1, a, a, a, 1));
      printf(" %d", add_launch(&k, NULL, 2147483648u, 1, 1, a, a, a, 1));
      printf(" %d", add_launch(&k, NULL, 1, 65536, 1, a, a, a, 1));
      printf(" %d", add_launch(&k, NULL, 65536, 65535, 1, a, a, a, 1));
      """)
    #expect(output == "0 1 1 0 1 1 0")
  }

  @Test func asksForMuchSharedMemory() throws {
    var kernel = Self.add.kernel
    kernel.sharedByteCount = 100_000
    let program = """
      add_kernel kernel;
      printf("%d", add_load(&kernel));
      printf(" %d", add_launch(&kernel, NULL, 1, 1, 1, 0, 0, 0, 0));
      """
    #expect(try run(EmbeddedKernel(kernel), program) == "0 0")
    kernel.sharedByteCount = 1_000_000
    #expect(try run(EmbeddedKernel(kernel), "add_kernel k; printf(\"%d\", add_load(&k));") == "1")
  }

  @Test func namesAndTypesAreThoseOfC() throws {
    let kernel = CompiledKernel(
      name: "odd", ptx: Images.ptx("odd", ["u64", "u8", "b16", "f64", "u64", "u64", "u64"]),
      target: .sm90a, warpCount: 8, sharedByteCount: 0,
      parameters: [
        EntryParameter(name: "int", kind: .pointer),
        EntryParameter(name: "x.shape.0", kind: .scalar(.i1)),
        EntryParameter(name: "x_shape_0", kind: .scalar(.bf16)),
        EntryParameter(name: "2π", kind: .scalar(.f64)),
        EntryParameter(name: "", kind: .scalar(.i64), divisibility: 16),
        EntryParameter(name: "", kind: .pointer), EntryParameter(name: "", kind: .pointer),
      ])
    let output = try run(
      EmbeddedKernel(kernel),
      """
      CUresult (*launch)(
        const odd_kernel *, CUstream, unsigned, unsigned, unsigned, CUdeviceptr, bool, uint16_t,
        double, int64_t) = odd_launch;
      odd_kernel kernel;
      printf("%d", odd_load(&kernel));
      printf(" %d", launch(&kernel, NULL, 1, 1, 1, 16, true, 3, 0.5, 32));
      printf("\\n%s", fake_last_launch());
      """)
    let value = String((0.5).bitPattern, radix: 16)
    #expect(
      output
        == "0 0\nodd grid 1 1 1 block 256 1 1 shared 0: 10/8 1/1 3/2 \(value)/8 20/8 0/8 0/8")
  }

  @Test func aKernelInSwiftBecomesAHeader() throws {
    let x: Buffer<Float> = [1]
    let header = try vectorAdd(x: x, y: x, z: x, count: 1, blockSize: 64).cHeader()
    let program = try folder.write(header + "int main(void) { return 0; }\n", to: "vector.c")
    try CCompiler.run([
      "-std=c99", "-Wall", "-Wextra", "-Werror", "-I", Self.stub, "-c", "-o",
      folder.file("vector.o").path, program.path,
    ])
    #expect(header.contains("CUdeviceptr x,\n  CUdeviceptr y,\n  CUdeviceptr z,\n  int32_t count"))
    #expect(header.contains("if (x % 16 != 0) return CUDA_ERROR_INVALID_VALUE;"))
    #expect(header.contains("if (count != 1) return CUDA_ERROR_INVALID_VALUE;"))
    #expect(throws: KernelError.self) {
      try vectorAdd(x: x, y: x, z: x, count: 1).swiftSource(for: "hopper")
    }
  }

  /// The folder with the part of the driver's interface that is pretended.
  private static let stub = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("FakeDriver").path

  private static let add = EmbeddedKernel(
    CompiledKernel(
      name: "add", ptx: Images.add, target: .sm90a, warpCount: 4, sharedByteCount: 0,
      parameters: [
        EntryParameter(name: "x", kind: .pointer, divisibility: 16),
        EntryParameter(name: "y", kind: .pointer, divisibility: 16),
        EntryParameter(name: "out", kind: .pointer, divisibility: 16),
        EntryParameter(name: "n", kind: .scalar(.i32)),
      ]))

  /// Compiles a program around `statements`, with the kernel's header twice, and runs it.
  private func run(_ embedded: EmbeddedKernel, _ statements: String) throws -> String {
    _ = try folder.write(embedded.cHeader, to: "kernel.h")
    let source = try folder.write(
      """
      #include "kernel.h"
      #include "kernel.h"
      #include <stdio.h>
      const char *fake_last_launch(void);
      int main(void) {
        CUdevice device;
        CUcontext context;
        if (cuInit(0) || cuDeviceGet(&device, 0)) return 2;
        if (cuDevicePrimaryCtxRetain(&context, device) || cuCtxPushCurrent(context)) return 2;
      \(statements)
        return 0;
      }

      """, to: "program.c")
    let program = folder.file("program").path
    try CCompiler.run([
      "-std=c99", "-Wall", "-Wextra", "-Werror", "-I", Self.stub, "-o", program, source.path,
      fake.path,
    ])
    let (status, output) = try CCompiler.start(program, [])
    #expect(status == 0, "\(output)")
    return output
  }
}
