import IR
import Layouts
import PTX
import Support

/// `tt.print`: a line for each element, from the thread that answers for it.
extension KernelLowering {
  /// The memory in which a thread hands over what it prints.
  private static let printMemoryName = "print_values"

  /// Writes the lines of all operands.
  mutating func lowerPrint(_ op: OpID) throws(Diagnostic) {
    let print = Print(reading: op, of: module)
    let prefix = print.prefix.replacing("%", with: "%%")
    let program = [SpecialRegister.blockX, .blockY, .blockZ].map {
      builder.compute("mov.u32", .bits32, .special($0))
    }
    let place = "pid (%u, %u, %u)"
    if print.values.isEmpty {
      when(isFirstThread()) { lowering in
        lowering.printLine("\(place)\(prefix)", program)
      }
    }
    for (position, value) in print.values.enumerated() {
      guard let element = module.type(of: value).element else { throw cannotLower(op) }
      let name = print.values.count > 1 ? "(operand \(position)) " : ""
      let isSigned = print.isSigned.indices.contains(position) ? print.isSigned[position] : true
      let layout = layouts[value]
      let actor = layout.map { isResponsible(for: $0) } ?? isFirstThread()
      let rank = module.type(of: value).shape.rank
      let indices = Array(repeating: "%u", count: rank).joined(separator: ", ")
      let elements = registers(of: value)
      when(actor) { lowering in
        for (index, register) in elements.enumerated()
        where layout.map({ $0.firstRegister(holdingSameAs: index) == index }) ?? true {
          let coordinates = layout.map { lowering.coordinates(of: index, in: $0) } ?? []
          let (word, printed) = lowering.printed(
            register, element, isSigned: isSigned, isHexadecimal: print.isHexadecimal)
          lowering.printLine(
            "\(place) idx (\(indices))\(prefix)\(name)\(word)", program + coordinates + [printed])
        }
      }
    }
  }

  /// What `body` writes, for the threads in which `condition` holds; for all if there is none.
  mutating func when(_ condition: Register?, _ body: (inout KernelLowering) -> Void) {
    guard let condition else { return body(&self) }
    let end = builder.makeLabel()
    builder.branch(to: end, if: condition, isNegated: true, isUniform: false)
    body(&self)
    builder.place(end)
  }

  /// Calls `vprintf`, which takes the address of the values side by side.
  private mutating func printLine(_ format: String, _ values: [Register]) {
    var offset: Int64 = 0
    for value in values {
      let size = Int64(value.registerClass.bitWidth / 8)
      offset = (offset + size - 1) / size * size
      let type = value.registerClass == .float64 ? "f64" : "b\(size * 8)"
      builder.emit(
        "st.local.\(type)", .address(Self.printMemoryName, offset: offset), .register(value))
      offset += size
    }
    builder.declare(
      Variable(
        Self.printMemoryName, in: .local, type: .b8, extent: .array(Int(offset)), alignment: 8))
    let memory = builder.compute(
      "cvta.local.u64", .bits64, .symbol(Self.printMemoryName))
    call("vprintf", [address(of: format + "\n"), memory], returns: true)
  }

  /// The coordinates of the element in register `index`.
  private mutating func coordinates(of index: Int, in layout: LinearLayout) -> [Register] {
    let place = places(of: layout)[index]
    var start = 0
    var result: [Dimension: Register] = [:]
    for extent in layout.outputs {
      let moved =
        start == 0
        ? place
        : builder.compute(
          "shr.u32", .bits32, .register(place), .integer(Int64(start)))
      result[extent.dimension] = builder.compute(
        "and.b32", .bits32, .register(moved), .integer(Int64(extent.size - 1)))
      start += extent.size.trailingZeroBitCount
    }
    return layout.outputs.indices.compactMap { result[.axis($0)] }
  }

  /// How `printf` writes an element, and the element as it takes it: floats in 64 bits with six digits
  /// behind the point, hexadecimal numbers with all digits of their width.
  private mutating func printed(
    _ register: Register, _ element: ElementType, isSigned: Bool, isHexadecimal: Bool
  ) -> (word: String, value: Register) {
    let width = element.bitWidth
    let isWide = width == 64
    if isHexadecimal || element.isPointer {
      let bits = toMemory(register, element)
      let value = isWide ? bits : extended(bits, from: max(width, 8), to: 32, isSigned: false)
      let digits = width < 4 ? "" : "0\(width / 4)"
      return ("0x%\(digits)\(isWide ? "ll" : "")x", value)
    }
    if let scalar = element.scalar, scalar.isFloat {
      let wide = convertedFloat(register, from: scalar, to: .f64, .nearest)
      // A NaN has no sign.
      let isNaN = builder.compute(
        "setp.nan.f64", .predicate, .register(wide), .register(wide))
      return ("%f", select(isNaN, constant(0x7FF8_0000_0000_0000, .f64), wide))
    }
    let hasSign = isSigned && width > 1
    let value = isWide ? register : extended(register, from: width, to: 32, isSigned: hasSign)
    return ("%\(isWide ? "ll" : "")\(hasSign ? "d" : "u")", value)
  }
}
