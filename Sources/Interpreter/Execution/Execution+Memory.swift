import IR
import Support

extension Execution {
  // MARK: Loads and stores

  func load(_ instruction: Instruction, _ load: LoadAccess) throws(Diagnostic) {
    let operands = instruction.operands
    let access: ElementAccess
    var other = operands.count > 2 ? tile(operands[2]) : .uniform(0)
    if let pointer = blockPointer(operands[0]) {
      access = elementAccess(
        "load", instruction.op, through: pointer, load.element, load.shape,
        checking: load.boundaryCheck)
      other = .uniform(load.padding == .nan ? nanBits(of: load.element) : 0)
    } else {
      access = ElementAccess(
        name: "load", op: instruction.op, element: load.element, shape: load.shape,
        addresses: tile(operands[0]), mask: operands.count > 1 ? tile(operands[1]) : nil,
        marks: frame[operands[0]].marks)
    }
    let loaded = try read(access, other: other)
    if load.readsWholeVectors { try checkWholeVectors(access) }
    set(instruction.result, loaded)
  }

  func store(_ instruction: Instruction, _ store: StoreAccess) throws(Diagnostic) {
    let operands = instruction.operands
    let access: ElementAccess
    if let pointer = blockPointer(operands[0]) {
      access = elementAccess(
        "store", instruction.op, through: pointer, store.element, store.shape,
        checking: store.boundaryCheck)
    } else {
      access = ElementAccess(
        name: "store", op: instruction.op, element: store.element, shape: store.shape,
        addresses: tile(operands[0]), mask: operands.count > 2 ? tile(operands[2]) : nil,
        marks: frame[operands[0]].marks)
    }
    try write(tile(operands[1]), access)
  }

  /// The bits of a NaN, or 0 where there is none.
  func nanBits(of element: ElementType) -> UInt64 {
    element.scalar?.floatFormat?.canonicalNaN ?? 0
  }

  // MARK: Elements

  /// What memory holds at the addresses of `access`; `other` where the mask is off, and 0 outside
  /// of buffers if bounds are not checked.
  func read(_ access: ElementAccess, other: TileValue) throws(Diagnostic) -> TileValue {
    let width = access.width
    if access.isUniform {
      guard access.isActive(0) else { return other }
      guard let place = try locate(access, 0) else { return .uniform(0) }
      noteRead(access, 0, place)
      report.counters.loadedElements += 1
      return .uniform(memory.read(place, width: width).truncated(to: access.bitWidth))
    }
    let count = access.shape.count
    var result = [UInt64](repeating: 0, count: count)
    var loaded = 0
    for index in 0..<count {
      guard access.isActive(index) else {
        result[index] = other[index]
        continue
      }
      guard let place = try locate(access, index) else { continue }
      if notesAccesses { noteRead(access, index, place) }
      result[index] = memory.read(place, width: width).truncated(to: access.bitWidth)
      loaded += 1
    }
    report.counters.loadedElements += loaded
    return TileValue(result)
  }

  /// Puts `values` where the addresses of `access` point.
  func write(_ values: TileValue, _ access: ElementAccess) throws(Diagnostic) {
    let width = access.width
    var stored = 0
    for index in 0..<access.shape.count where access.isActive(index) {
      guard let place = try locate(access, index) else { continue }
      if notesAccesses { noteWrite(access, index, place, isAtomic: false) }
      memory.write(values[index], to: place, width: width)
      stored += 1
    }
    report.counters.storedElements += stored
  }

  /// The place of the element at `index`; `nil` if no buffer holds it and bounds are not checked.
  ///
  /// - Throws: an address that no buffer holds if bounds are checked, or one in a buffer that the
  ///   width does not divide.
  @inline(__always)
  func locate(
    _ access: ElementAccess, _ index: Int
  ) throws(Diagnostic) -> (buffer: Int, offset: Int)? {
    let address = access.addresses[index]
    guard let place = memory.locate(address, width: access.width) else {
      if checks.contains(.bounds) { throw badAddress(access, index) }
      report.counters.ignoredElements += 1
      return nil
    }
    guard place.offset & (access.width - 1) == 0 else { throw badAddress(access, index) }
    return place
  }

  private func badAddress(_ access: ElementAccess, _ index: Int) -> Diagnostic {
    let address = access.addresses[index]
    let place =
      "program \(program)\(elementWords(index, of: access.shape)), address 0x"
      + String(address, radix: 16)
    if memory.locate(address, width: access.width) != nil {
      return failure(
        "\(access.name) of \(access.element) at an address that \(access.width) does not divide: "
          + place, at: access.op)
    }
    let miss = memory.miss(address, width: access.width)
    let buffer = miss.name.map { "of buffer '\($0)'" } ?? "of any buffer"
    let distance = miss.distance.map { ", \($0)" } ?? ""
    return failure("\(access.name) outside \(buffer): \(place)\(distance)", at: access.op)
  }

  // MARK: Checks

  func noteRead(
    _ access: ElementAccess, _ index: Int, _ place: (buffer: Int, offset: Int)
  ) {
    guard notesAccesses else { return }
    checkInitialized(access, index, place)
    if let marks = access.marks {
      checkOverflow(marks, access.name, at: access.op, element: index, of: access.shape)
    }
    let size = memory.buffers[place.buffer].bytes.count
    if let other = races?.read(place, width: access.width, size: size) {
      reportRace(access, index, place, other)
    }
  }

  func noteWrite(
    _ access: ElementAccess, _ index: Int, _ place: (buffer: Int, offset: Int), isAtomic: Bool
  ) {
    guard notesAccesses else { return }
    if let marks = access.marks {
      checkOverflow(marks, access.name, at: access.op, element: index, of: access.shape)
    }
    let size = memory.buffers[place.buffer].bytes.count
    if let other = races?.write(place, width: access.width, size: size, isAtomic: isAtomic) {
      reportRace(access, index, place, other)
    }
  }

  private func reportRace(
    _ access: ElementAccess, _ index: Int, _ place: (buffer: Int, offset: Int), _ other: Int
  ) {
    let buffer = memory.buffers[place.buffer]
    find(
      "race on buffer '\(buffer.name)'", at: access.op, element: index, of: access.shape,
      ", \(access.name) at offset \(place.offset) without order after an access of program "
        + "\(ProgramID(index: other, in: grid))")
  }
}
