import IR
import Layouts
import PTX

extension KernelLowering {
  /// The elements that the threads for which `actor` is true hold in `registers`, in all threads that
  /// hold the same elements by `layout`; without a layout, one element that all threads hold.
  mutating func shared(
    _ registers: [Register], of layout: LinearLayout?, _ element: ElementType,
    from actor: Register
  ) -> [Register] {
    let size = element.byteWidth
    let count = layout.map { $0.outputs.reduce(1) { $0 * $1.size } } ?? 1
    let bytes = shared.allocate(count * size)
    let (writing, reading) = (builder.makeSharedPhase(), builder.makeSharedPhase())
    let base = builder.compute("mov.u32", .bits32, .symbol(Self.sharedMemoryName))
    let addresses =
      layout.map { layout in
        places(of: layout).map { place in
          builder.compute(
            "mad.lo.u32", .bits32, .register(place), .integer(Int64(size)), .register(base))
        }
      } ?? [base]
    let offset = Int64(bytes.lowerBound)
    let type = element.memoryType.rawValue
    for (index, register) in registers.enumerated()
    where layout.map({ $0.firstRegister(holdingSameAs: index) == index }) ?? true {
      let stored = toMemory(register, element)
      builder.condition = Instruction.Guard(actor)
      builder.emitShared(
        "st.shared.\(type)", [.address(addresses[index], offset: offset), .register(stored)],
        SharedAccess(.write, bytes, phase: writing))
      builder.condition = nil
    }
    var result: [Register] = []
    for index in registers.indices {
      if let first = layout?.firstRegister(holdingSameAs: index), first < index {
        result.append(result[first])
        continue
      }
      let loaded = builder.makeRegister(element.memoryClass)
      builder.emitShared(
        "ld.shared.\(type)", [.register(loaded), .address(addresses[index], offset: offset)],
        SharedAccess(.read, bytes, phase: reading))
      result.append(fromMemory(loaded, element))
    }
    return result
  }
}
