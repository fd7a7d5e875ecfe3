import IR
import PTX

extension KernelLowering {
  /// The parameters of the entry that `function` becomes.
  func parameters(of function: OpID) -> [Parameter] {
    guard let block = module.firstBlock(of: module.region(0, of: function)) else { return [] }
    return module.parameters(of: block).enumerated().map { position, value in
      let element = module.type(of: value).element
      let pointer = element?.isPointer == true ? Parameter.Pointer(to: .global) : nil
      return Parameter(
        Self.parameterName(position), type: element.map { $0.parameterType } ?? .u64,
        pointer: pointer)
    }
  }

  /// Reads the parameters of the entry.
  mutating func loadParameters(of function: OpID) {
    guard let block = module.firstBlock(of: module.region(0, of: function)) else { return }
    for (position, value) in module.parameters(of: block).enumerated() {
      guard let element = module.type(of: value).element else { continue }
      let register = builder.compute(
        "ld.param.\(element.memoryType.rawValue)", element.memoryClass,
        .address(Self.parameterName(position)))
      values[value] = [fromMemory(register, element)]
    }
  }

  private static func parameterName(_ position: Int) -> String { "parameter\(position)" }
}
