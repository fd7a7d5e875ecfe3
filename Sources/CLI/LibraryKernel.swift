import ArgumentParser
import KernelLanguage
import Kernels

/// A kernel of this package that commands take by its name instead of a file.
enum LibraryKernel: String, CaseIterable, ExpressibleByArgument {
  case vectorAdd, softmax, matmul, layerNorm, rmsNorm
  case softmaxOfUnalignedRows, layerNormOfUnalignedRows, rmsNormOfUnalignedRows

  /// The types of elements that there are.
  enum ElementType: String, CaseIterable, ExpressibleByArgument {
    case bf16, f32
  }

  /// The kernel for elements of `type`, with the arguments of a usual launch: rows of 4096 (of 12,345
  /// where they may start anywhere), blocks of 64 by 64 by 32, and sizes and addresses that are
  /// multiples of 16.
  func call(_ type: ElementType) -> KernelCall {
    switch type {
    case .bf16: call(BFloat16.self)
    case .f32: call(Float.self)
    }
  }

  private func call<Element: FloatElement & DotElement>(_ type: Element.Type) -> KernelCall {
    // Compiling looks at the addresses only.
    let buffer = Buffer<Element>(uninitialized: 16)
    let (length, oddLength, tileSize): (Int32, Int32, Int) = (4096, 12345, 4096)
    switch self {
    case .vectorAdd:
      return Kernels.vectorAdd(x: buffer, y: buffer, z: buffer, count: 1 << 20, blockSize: 1024)
    case .softmax:
      return Kernels.softmax(
        output: buffer, input: buffer, inputRowStride: length, outputRowStride: length,
        rows: length, columns: length, blockSize: Int(length))
    case .matmul:
      return Kernels.matmul(
        a: buffer, b: buffer, c: buffer, m: length, n: length, k: length, aRowStride: length,
        bRowStride: length, cRowStride: length)
    case .layerNorm:
      return Kernels.layerNorm(
        output: buffer, input: buffer, weight: buffer, bias: buffer, rowStride: length,
        rows: length, columns: length, epsilon: 1e-5, blockSize: Int(length))
    case .rmsNorm:
      return Kernels.rmsNorm(
        output: buffer, input: buffer, weight: buffer, rowStride: length, rows: length,
        columns: length, epsilon: 1e-5, blockSize: Int(length))
    case .softmaxOfUnalignedRows:
      return Kernels.softmaxOfUnalignedRows(
        output: buffer, input: buffer, rowStride: oddLength, rows: length,
        columns: Int(oddLength), tileSize: tileSize)
    case .layerNormOfUnalignedRows:
      return Kernels.layerNormOfUnalignedRows(
        output: buffer, input: buffer, weight: buffer, bias: buffer, rowStride: oddLength,
        rows: length, epsilon: 1e-5, columns: Int(oddLength), tileSize: tileSize)
    case .rmsNormOfUnalignedRows:
      return Kernels.rmsNormOfUnalignedRows(
        output: buffer, input: buffer, weight: buffer, rowStride: oddLength, rows: length,
        epsilon: 1e-5, columns: Int(oddLength), tileSize: tileSize)
    }
  }
}
