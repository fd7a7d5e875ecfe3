import IR

extension EmbeddedKernel {
  /// A file in Swift that holds the kernel and needs nothing but this package: a type that is made
  /// on a GPU and has a typed `launch`.
  package var swiftSource: String {
    let names = EmbeddingNames(self, reserved: Self.reservedInSwift)
    let parameters = Array(zip(names.parameters, visibleParameters))
    let type = names.kernel.first.map { $0.uppercased() + names.kernel.dropFirst() } ?? "Kernel"
    let declarations = parameters.map { ", \($0): \($1.swiftType)" }.joined()
    let values = parameters.map { ", .\($1.swiftCase)(\($0))" }.joined()
    let entries = parameters.enumerated().map { "        \(entry($1.1, at: $0)),\n" }.joined()
    return """
      // The kernel '\(kernel.name)' for \(kernel.target), compiled by nereid.

      import Nereid

      /// The kernel `\(kernel.name)` on a GPU.
      public struct \(type): Sendable {
        private let kernel: PrecompiledKernel

        /// Loads the kernel on `gpu`.
        public init(on gpu: GPU) throws(DeviceError) {
          kernel = try PrecompiledKernel(
            name: "\(kernel.name)", target: "\(kernel.target)", hexadecimalImage: Self.image,
            warps: \(kernel.warpCount), sharedByteCount: \(kernel.sharedByteCount),
            parameters: [
      \(entries)      ], hiddenParameterCount: \(kernel.parameters.count - parameters.count), on: gpu)
        }

        /// Launches the kernel behind what `stream` does already, and does not wait for it.
        public func launch(
          grid: LaunchGrid, on stream: GPUStream\(declarations)
        ) throws(DeviceError) {
          try kernel.launch(grid: grid, on: stream\(values))
        }

        private static let image = \"\"\"
      \(hexadecimalLines)
          \"\"\"
      }

      """
  }

  private func entry(_ parameter: EntryParameter, at index: Int) -> String {
    let divisor = "multipleOf: \(parameter.divisibility)"
    guard parameter.kind != .pointer else { return ".pointer(\(divisor))" }
    let known = knownValues[index].map { ", equalTo: \(Int64(bitPattern: $0))" } ?? ""
    return ".number(\(parameter.swiftType).self, \(divisor)\(known))"
  }

  /// The image, forty bytes a line; the lines are one.
  private var hexadecimalLines: String {
    let digits = Array("0123456789abcdef")
    return stride(from: 0, to: image.count, by: 40).map { start in
      let end = min(start + 40, image.count)
      var line = "    "
      for byte in image[start..<end] {
        line.append(digits[Int(byte >> 4)])
        line.append(digits[Int(byte & 15)])
      }
      return end < image.count ? line + "\\" : line
    }.joined(separator: "\n")
  }

  /// The language's words, and the names that the file uses.
  private static let reservedInSwift: Set = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer",
    "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for",
    "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil",
    "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return",
    "self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "where", "while", "_", "grid", "stream", "kernel", "image", "on",
  ]
}

extension EntryParameter {
  /// The type in Swift.
  fileprivate var swiftType: String {
    guard case .scalar(let type) = kind else { return "Buffer<some TileElement>" }
    return switch type {
    case .i1: "Bool"
    case .i4, .i8: "Int8"
    case .i16: "Int16"
    case .i32: "Int32"
    case .i64: "Int64"
    case .f8E4M3FN, .f8E4M3FNUZ: "Float8E4M3"
    case .f8E5M2, .f8E5M2FNUZ: "Float8E5M2"
    case .f16: "Float16"
    case .bf16: "BFloat16"
    case .f32: "Float"
    case .f64: "Double"
    }
  }

  /// How a launch passes it.
  fileprivate var swiftCase: String { kind == .pointer ? "buffer" : "number" }
}
