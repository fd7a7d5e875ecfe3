import IR
import PTX
import Passes
import Support

/// Factors as matrix instructions take them.
extension KernelLowering {
  /// The elements `registers` of `type` in `format`, or as `count` tiles of numbers in it whose sum
  /// is close to them.
  mutating func factorParts(
    _ op: OpID, _ registers: [Register], _ type: ScalarType, _ format: FactorFormat, count: Int
  ) throws(Diagnostic) -> [[Register]] {
    guard type == .f32 else {
      let target = format.element.scalar ?? type
      if target == type { return [registers] }
      return [
        try registers.map { value throws(Diagnostic) in
          convertedFloat(value, from: type, to: target, .nearest)
        }
      ]
    }
    var parts: [[Register]] = Array(repeating: [], count: count)
    for register in registers {
      for (index, part) in split(register, into: count, format).enumerated() {
        parts[index].append(part)
      }
    }
    return parts
  }

  /// `value` rounded to `format`, then what is left, and so on.
  private mutating func split(
    _ value: Register, into count: Int, _ format: FactorFormat
  ) -> [Register] {
    var rest = value
    var parts: [Register] = []
    for index in 0..<count {
      let (part, number) = rounded(rest, to: format)
      parts.append(part)
      if index + 1 == count { break }
      let difference = builder.compute("sub.rn.f32", .float32, .register(rest), .register(number))
      let isFinite = builder.compute("testp.finite.f32", .predicate, .register(number))
      rest = builder.compute(
        "selp.f32", .float32, .register(difference), .float(Float(0)), .register(isFinite))
    }
    return parts
  }

  /// `value` in `format`, and the number that this is.
  private mutating func rounded(
    _ value: Register, to format: FactorFormat
  ) -> (part: Register, number: Register) {
    if format == .tf32 {
      let part = builder.compute("cvt.rna.tf32.f32", .bits32, .register(value))
      return (part, builder.compute("mov.b32", .float32, .register(part)))
    }
    let part = builder.compute("cvt.rn.bf16.f32", .bits16, .register(value))
    return (part, builder.compute("cvt.f32.bf16", .float32, .register(part)))
  }
}
