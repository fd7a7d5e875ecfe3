import IR

extension EmbeddedKernel {
  /// A header in C that holds the kernel and needs nothing but `cuda.h`: `NAME_load`, `NAME_launch`
  /// and `NAME_unload`, each of which returns what the driver says.
  package var cHeader: String {
    let names = EmbeddingNames(self, reserved: Self.reservedInC)
    let name = names.kernel
    let macro = "NEREID_\(name.uppercased())_H"
    let shared = kernel.sharedByteCount
    return """
      /* The kernel '\(kernel.name)' for \(kernel.target), compiled by nereid. Link with -lcuda. */
      #ifndef \(macro)
      #define \(macro)

      #include <cuda.h>
      #include <stdbool.h>
      #include <stddef.h>
      #include <stdint.h>

      #ifdef __cplusplus
      extern "C" {
      #endif

      /* What is loaded, with a zero at its end. */
      static const unsigned char \(name)_image[] = {
      \(byteLines)
      };

      /* The kernel in the context that was current when it was loaded. */
      typedef struct {
        CUmodule module;
        CUfunction function;
      } \(name)_kernel;

      /* Loads the kernel into the current context. */
      static inline CUresult \(name)_load(\(name)_kernel *kernel) {
        CUresult result = cuModuleLoadData(&kernel->module, \(name)_image);
        if (result != CUDA_SUCCESS) return result;
        result = cuModuleGetFunction(&kernel->function, kernel->module, "\(kernel.name)");
        if (result == CUDA_SUCCESS && \(shared) > 49152) {
          result = cuFuncSetAttribute(
            kernel->function, CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES, \(shared));
        }
        if (result != CUDA_SUCCESS) cuModuleUnload(kernel->module);
        return result;
      }

      /* Unloads the kernel, which must have been loaded. */
      static inline CUresult \(name)_unload(\(name)_kernel *kernel) {
        return cuModuleUnload(kernel->module);
      }

      \(launch(names))
      #ifdef __cplusplus
      }
      #endif

      #endif

      """
  }

  private func launch(_ names: EmbeddingNames) -> String {
    let parameters = Array(zip(names.parameters, visibleParameters))
    let declarations = parameters.map { ",\n  \($1.cType) \($0)" }.joined()
    let checks = parameters.enumerated().compactMap { index, parameter in
      check(parameter.1, index, called: parameter.0)
    }
    let hidden = Array(
      repeating: "&none", count: kernel.parameters.count - visibleParameters.count)
    let values = names.parameters.map { "&\($0)" } + hidden
    return """
      /* Launches the kernel for gridX * gridY * gridZ programs behind what the stream does already, and
         does not wait for it; with no programs it does nothing.\(note(parameters)) */
      static inline CUresult \(names.kernel)_launch(
        const \(names.kernel)_kernel *kernel, CUstream stream, unsigned gridX, unsigned gridY,
        unsigned gridZ\(declarations)) {
        if (gridX == 0 || gridY == 0 || gridZ == 0) return CUDA_SUCCESS;
        if (gridX > 2147483647u || gridY > 65535u || gridZ > 65535u) return CUDA_ERROR_INVALID_VALUE;
      \(checks.map { "  if (\($0)) return CUDA_ERROR_INVALID_VALUE;\n" }.joined())\
      \(hidden.isEmpty ? "" : "  CUdeviceptr none = 0;\n")\
        void *values[] = {\((values.isEmpty ? ["NULL"] : values).joined(separator: ", "))};
        return cuLaunchKernel(
          kernel->function, gridX, gridY, gridZ, \(kernel.warpCount * 32), 1, 1, \
      \(kernel.sharedByteCount), stream, values, NULL);
      }

      """
  }

  /// When the kernel cannot be launched with `parameter`, as an expression.
  private func check(_ parameter: EntryParameter, _ index: Int, called name: String) -> String? {
    if let value = knownValues[index] { return "\(name) != \(Int64(bitPattern: value))" }
    return parameter.divisibility > 1 ? "\(name) % \(parameter.divisibility) != 0" : nil
  }

  private func note(_ parameters: [(String, EntryParameter)]) -> String {
    var notes: [String] = []
    for (index, (name, parameter)) in parameters.enumerated() {
      if let value = knownValues[index] {
        notes.append("'\(name)' must be \(Int64(bitPattern: value))")
      } else if parameter.divisibility > 1 {
        notes.append("'\(name)' must be a multiple of \(parameter.divisibility)")
      }
      if case .scalar(let type) = parameter.kind, type.isFloat, type.bitWidth < 32 {
        notes.append("'\(name)' is the bits of a \(type.name)")
      }
    }
    return notes.map { "\n   \($0)" }.joined(separator: ";")
  }

  /// The image and a zero, twenty bytes a line.
  private var byteLines: String {
    let bytes = image + [0]
    return stride(from: 0, to: bytes.count, by: 20).map { start in
      "  " + bytes[start..<min(start + 20, bytes.count)].map { "\($0)," }.joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// The language's words, and the names that the header uses.
  private static let reservedInC: Set = [
    "auto", "bool", "break", "case", "char", "class", "const", "continue", "default", "delete",
    "do", "double", "else", "enum", "export", "extern", "false", "float", "for", "goto", "if",
    "inline", "int", "long", "namespace", "new", "operator", "private", "public", "register",
    "restrict", "return", "short", "signed", "sizeof", "static", "struct", "switch", "template",
    "this", "true", "typedef", "union", "unsigned", "using", "virtual", "void", "volatile",
    "while", "kernel", "stream", "gridX", "gridY", "gridZ", "values", "none", "NULL",
  ]
}

extension EntryParameter {
  /// The type in C: floats that C does not have are their bits.
  fileprivate var cType: String {
    guard case .scalar(let type) = kind else { return "CUdeviceptr" }
    return switch type {
    case .i1: "bool"
    case .i4, .i8: "int8_t"
    case .i16: "int16_t"
    case .i32: "int32_t"
    case .i64: "int64_t"
    case .f8E4M3FN, .f8E4M3FNUZ, .f8E5M2, .f8E5M2FNUZ: "uint8_t"
    case .f16, .bf16: "uint16_t"
    case .f32: "float"
    case .f64: "double"
    }
  }
}
