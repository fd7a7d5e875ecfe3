import PTX

/// Runs blocks of a launch, one after another, on one thread of the host.
///
/// A class because it owns the memory that all instructions work on.
final class Block {
  let program: EmulatedProgram
  let launch: EmulatedLaunch
  let memory: EmulatedMemory
  let options: EmulatorOptions
  let code: UnsafeMutablePointer<DecodedInstruction>
  let lists: UnsafeMutablePointer<Int32>
  let warps: [Warp]
  let shared: UnsafeMutableRawPointer
  let sharedMarks: UnsafeMutablePointer<UInt8>
  let sharedByteCount: Int
  /// The bytes of the kernel's parameters.
  let parameters: UnsafeMutableRawPointer
  /// Which accesses to shared memory were made; nil if races are not tracked.
  let races: RaceShadow?
  /// Atomic operations on global memory need a lock.
  let isParallel: Bool

  @exclusivity(unchecked) var position = GridPosition(0, 0, 0)
  let barriers: UnsafeMutablePointer<BlockBarrier>
  @exclusivity(unchecked) var statistics = EmulatorStatistics()
  @exclusivity(unchecked) var steps: UInt64 = 0
  /// What changes with every instruction, outside the object so that a change costs one store.
  let hot: UnsafeMutablePointer<HotState>
  /// Memory for results before they go to a register, and for addresses.
  let scratch: UnsafeMutableRawPointer
  let offsets: UnsafeMutablePointer<Int>
  /// Room for the three matrices of a product.
  let matrices: UnsafeMutableRawPointer
  /// For each lane a number with its bit alone.
  let laneBits: UnsafeMutablePointer<UInt32>
  /// The special registers that tell blocks apart.
  private let positions: [(register: SpecialRegister, place: Int32)]
  /// The allocations of global memory by address, as they are during the launch.
  let allocations: UnsafeMutablePointer<EmulatedMemory.Extent>
  let allocationCount: Int
  var report: EmulatorReport?
  /// Text that was printed and that no newline ended yet.
  var openLine = ""
  var isLineOpen = false

  /// What changes with every instruction.
  struct HotState {
    /// The instruction that runs.
    var pc = 0
    /// The warp that runs.
    var warp = 0
    /// The allocation that was accessed last.
    var allocation = 0
  }

  /// The instruction that runs, for reports.
  var currentPC: Int {
    get { hot.pointee.pc }
    set { hot.pointee.pc = newValue }
  }

  /// The warp that runs, for reports.
  var currentWarp: Int {
    get { hot.pointee.warp }
    set { hot.pointee.warp = newValue }
  }

  init(
    program: EmulatedProgram, launch: EmulatedLaunch, memory: EmulatedMemory,
    options: EmulatorOptions, parameters: [UInt8], symbols: [String: UInt64]
  ) {
    (self.program, self.launch, self.memory, self.options) = (program, launch, memory, options)
    self.parameters = .allocate(byteCount: parameters.count + 16, alignment: 64)
    self.parameters.initializeMemory(as: UInt8.self, repeating: 0, count: parameters.count + 16)
    for (offset, byte) in parameters.enumerated() {
      self.parameters.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
    }
    isParallel = options.workerCount > 1
    code = .allocate(capacity: program.code.count)
    code.initialize(from: program.code, count: program.code.count)
    lists = .allocate(capacity: max(program.lists.count, 1))
    lists.initialize(from: program.lists, count: program.lists.count)
    sharedByteCount = program.staticSharedByteCount + launch.dynamicSharedByteCount
    let room = sharedByteCount + 64
    shared = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 1024)
    shared.initializeMemory(as: UInt8.self, repeating: 0, count: room)
    sharedMarks = .allocate(capacity: room)
    sharedMarks.initialize(repeating: 0, count: room)
    barriers = .allocate(capacity: BlockBarrier.count)
    barriers.initialize(repeating: BlockBarrier(), count: BlockBarrier.count)
    hot = .allocate(capacity: 1)
    hot.initialize(to: HotState())
    scratch = .allocate(byteCount: 512, alignment: 64)
    scratch.initializeMemory(as: UInt8.self, repeating: 0, count: 512)
    offsets = .allocate(capacity: 32)
    offsets.initialize(repeating: 0, count: 32)
    matrices = .allocate(byteCount: 1024 * 8, alignment: 64)
    matrices.initializeMemory(as: UInt8.self, repeating: 0, count: 1024 * 8)
    laneBits = .allocate(capacity: 32)
    for lane in 0..<32 { (laneBits + lane).initialize(to: 1 << UInt32(lane)) }
    allocationCount = memory.allocations.count
    allocations = .allocate(capacity: max(allocationCount, 1))
    for (index, allocation) in memory.allocations.enumerated() {
      (allocations + index).initialize(to: allocation.extent)
    }
    let threadCount = Int(launch.threads.x * launch.threads.y * launch.threads.z)
    let warpCount = (threadCount + 31) / 32
    warps = (0..<warpCount).map { Warp(number: $0, program: program) }
    races =
      options.tracksRaces && sharedByteCount > 0
      ? RaceShadow(byteCount: sharedByteCount, warpCount: warpCount) : nil
    positions = program.registers.specials.filter { Self.isPosition($0.key) }
      .map { ($0.key, $0.value) }
    for warp in warps {
      setSpecials(of: warp)
      for symbol in program.symbols {
        let address = (symbols[symbol.name] ?? 0) &+ UInt64(bitPattern: symbol.offset)
        warp.fill(symbol.place, isWide: symbol.isWide, address)
      }
    }
  }

  deinit {
    code.deallocate()
    lists.deallocate()
    parameters.deallocate()
    barriers.deinitialize(count: BlockBarrier.count)
    barriers.deallocate()
    hot.deallocate()
    scratch.deallocate()
    offsets.deallocate()
    matrices.deallocate()
    laneBits.deallocate()
    allocations.deallocate()
    shared.deallocate()
    sharedMarks.deallocate()
  }

  /// Runs the block at `position` to its end.
  func run(_ position: GridPosition) throws(Stop) {
    self.position = position
    let threadCount = Int(launch.threads.x * launch.threads.y * launch.threads.z)
    for number in 0..<BlockBarrier.count where barriers[number].isOpen { barriers[number].close() }
    steps = 0
    // What a block finds in shared memory is undefined; this pattern is a NaN in most formats.
    shared.initializeMemory(as: UInt8.self, repeating: 0xFF, count: sharedByteCount)
    sharedMarks.update(repeating: 0, count: sharedByteCount)
    races?.reset()
    for warp in warps {
      let lanes = min(32, threadCount - warp.number * 32)
      for (register, place) in positions {
        warp.fill(place, isWide: register.type.bitWidth > 32, special(register, warp.number, 0))
      }
      warp.start(lanes: lanes == 32 ? .max : (1 << UInt32(lanes)) - 1, at: program.entry)
    }
    try schedule()
  }

  private func schedule() throws(Stop) {
    while true {
      var isProgress = false
      var isOver = true
      for warp in warps where !warp.fragments.isEmpty {
        isOver = false
        var index = 0
        while index < warp.fragments.count {
          if warp.fragments[index].state == .ready {
            isProgress = true
            try run(warp, fragment: index)
          }
          index += 1
        }
      }
      if isOver { return }
      if !isProgress { throw stuck() }
    }
  }

  /// Sets the special registers that are the same in all blocks, and those of the first block.
  private func setSpecials(of warp: Warp) {
    for (register, place) in program.registers.specials {
      let isWide = register.type.bitWidth > 32
      let lanes = Lanes(registers: warp.registers, predicates: warp.predicates, mask: .max)
      for lane in 0..<32 {
        lanes.write(place, isWide: isWide, lane, special(register, warp.number, lane))
      }
    }
  }

  /// Whether a special register tells blocks apart.
  private static func isPosition(_ register: SpecialRegister) -> Bool {
    switch register {
    case .blockX, .blockY, .blockZ, .clusterX, .clusterY, .clusterZ: true
    default: false
    }
  }

  private func special(_ register: SpecialRegister, _ warp: Int, _ lane: Int) -> UInt64 {
    let (threads, grid) = (launch.threads, launch.grid)
    let thread = UInt64(warp * 32 + lane)
    let bit = UInt64(1) << UInt64(lane)
    return switch register {
    case .threadX: thread % threads.x
    case .threadY: thread / threads.x % threads.y
    case .threadZ: thread / threads.x / threads.y
    case .threadCountX: threads.x
    case .threadCountY: threads.y
    case .threadCountZ: threads.z
    case .blockX, .clusterX: position.x
    case .blockY, .clusterY: position.y
    case .blockZ, .clusterZ: position.z
    case .blockCountX, .clusterCountX: grid.x
    case .blockCountY, .clusterCountY: grid.y
    case .blockCountZ, .clusterCountZ: grid.z
    case .lane: UInt64(lane)
    case .warp: UInt64(warp)
    case .warpCount: UInt64(warps.count)
    case .laneMaskEqual: bit
    case .laneMaskLess: bit - 1
    case .laneMaskLessOrEqual: bit | (bit - 1)
    case .laneMaskGreater: ~(bit | (bit - 1)) & 0xFFFF_FFFF
    case .laneMaskGreaterOrEqual: ~(bit - 1) & 0xFFFF_FFFF
    case .dynamicSharedByteCount: UInt64(launch.dynamicSharedByteCount)
    case .sharedByteCount: UInt64(sharedByteCount)
    // One multiprocessor with clusters of one block.
    case .multiprocessorCount, .blockCountInClusterX, .blockCountInClusterY,
      .blockCountInClusterZ, .blockRankCountInCluster:
      1
    case .multiprocessor, .grid, .isExplicitCluster, .blockInClusterX, .blockInClusterY,
      .blockInClusterZ, .blockRankInCluster, .clock, .clockHigh, .clock64, .globalTimer:
      0
    }
  }
}
