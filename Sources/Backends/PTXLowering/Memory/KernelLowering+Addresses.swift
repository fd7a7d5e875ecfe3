import IR
import Layouts
import PTX
import Passes

extension KernelLowering {
  /// Where the elements are that the registers of `pointer` point to.
  ///
  /// Elements of a contiguous run lie at fixed distances from each other. Those of one thread are
  /// reached from the first of them, with distances in the instructions, so that the other addresses
  /// need no registers.
  mutating func addresses(of pointer: ValueID) -> [Address] {
    let registers = registers(of: pointer)
    guard let layout = layouts[pointer], let facts = axes().facts(of: pointer),
      let axis = axes().order(of: pointer).first,
      let size = facts.type.element?.pointer?.target.byteWidth
    else { return registers.map { Address($0) } }
    let run = layout.runMask(facts.contiguity(axis), along: axis)
    // A bit that threads differ in does not move all of them by the same distance.
    let movable = run & ~layout.threadColumns.reduce(0, |)
    let start = UInt64(run.trailingZeroBitCount)
    var firsts: [Int: (register: Register, place: Int64)] = [:]
    return zip(registers, registerImages(of: layout)).map { register, image in
      let place = Int64((image & movable) >> start)
      let run = Int(image & ~movable)
      let first = firsts[run, default: (register, place)]
      firsts[run] = first
      return Address(first.register, offset: (place - first.place) * Int64(size))
    }
  }
}
