import IR
import Support

extension Execution {
  func assertHolds(
    _ instruction: Instruction, _ message: String, _ shape: Shape
  ) throws(Diagnostic) {
    let condition = tile(instruction.operands[0])
    for index in 0..<condition.storedCount where condition[index] == 0 {
      let words = message.isEmpty ? "assertion failed" : "assertion '\(message)' failed"
      throw failure(
        "\(words): program \(program)\(elementWords(index, of: shape))", at: instruction.op)
    }
  }

  /// Reports a promise that does not hold; what follows from it is not wrong here.
  func checkAssumption(_ instruction: Instruction) {
    guard tile(instruction.operands[0]).scalar & 1 == 0 else { return }
    find("assumption does not hold", at: instruction.op, element: 0, of: .scalar)
  }

  /// Prints a line for each element of each operand.
  func print(
    _ instruction: Instruction, _ print: Print, _ elements: [ElementType?], _ shapes: [Shape]
  ) {
    let place = "pid \(program)"
    if instruction.operands.isEmpty { report.printed.append(place + print.prefix) }
    for (position, slot) in instruction.operands.enumerated() {
      guard let element = elements[position] else { continue }
      let shape = shapes[position]
      let operand = instruction.operands.count > 1 ? "(operand \(position)) " : ""
      let isSigned = print.isSigned.indices.contains(position) ? print.isSigned[position] : true
      let value = tile(slot)
      for index in 0..<shape.count {
        let coordinates = shape.coordinates(of: index).map(String.init).joined(separator: ", ")
        let words = PrintedValue.words(
          value[index], element, isSigned: isSigned, isHexadecimal: print.isHexadecimal)
        report.printed.append("\(place) idx (\(coordinates))\(print.prefix)\(operand)\(words)")
      }
    }
  }
}
