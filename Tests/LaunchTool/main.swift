import Kernels
import Launch
import Nereid

// A process that launches a kernel as any program does, on the driver that the system's loader
// finds, and says where the kernel came from.

do {
  let x: Buffer<Float> = [1, 2, 3]
  let gpu = try GPU()
  for count in [Int32(3), 3, 1] {
    let z = Buffer<Float>(repeating: 0, count: 3)
    try vectorAdd(x: x, y: x, z: z, count: count, blockSize: 16).launch(grid: 1, on: .gpu(gpu))
    guard z.elements == (0..<3).map({ $0 < count ? 2 * Float($0 + 1) : 0 }) else {
      print("wrong: \(z.elements)")
      break
    }
  }
  for compilation in gpu.compilations {
    print(compilation.origin.rawValue, compilation.assembler ?? "-")
  }
} catch {
  print("error: \(error)")
}
