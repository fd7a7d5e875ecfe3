import Layouts
import PTX
import Passes

/// Where a thread is, and what linear maps make of it.
extension KernelLowering {
  /// The thread's number in its block: the lane in the low five bits, then the warp.
  mutating func threadIndex() -> Register {
    builder.compute("mov.u32", .bits32, .special(.threadX))
  }

  /// The thread's number in its warp.
  mutating func laneIndex() -> Register {
    let thread = threadIndex()
    return builder.compute(
      "and.b32", .bits32, .register(thread), .integer(Int64(TileLayouts.laneCount - 1)))
  }

  /// The number of the thread's warp.
  mutating func warpIndex() -> Register {
    let thread = threadIndex()
    return builder.compute(
      "shr.u32", .bits32, .register(thread),
      .integer(Int64(TileLayouts.laneCount.trailingZeroBitCount)))
  }

  /// A predicate that is true in thread 0 alone.
  mutating func isFirstThread() -> Register {
    let thread = threadIndex()
    return builder.compute("setp.eq.s32", .predicate, .register(thread), .integer(0))
  }

  /// The exclusive or of the `columns` whose bit in the thread's number is set.
  ///
  /// Bits that are moved by the same distance are moved at once, so that an ordinary layout costs a
  /// mask and a shift for each run of its bits.
  mutating func threadImage(_ columns: [UInt64]) -> Register {
    /// For each distance that bits move, counted from -64, which bits do.
    var masks: [UInt64] = Array(repeating: 0, count: 128)
    for (bit, column) in columns.enumerated() {
      for target in 0..<64 where column >> UInt64(target) & 1 == 1 {
        masks[target - bit + 64] |= 1 << UInt64(bit)
      }
    }
    var image: Register?
    for (index, mask) in masks.enumerated() where mask != 0 {
      let distance = index - 64
      let thread = threadIndex()
      let all: UInt64 = (1 << UInt64(columns.count)) - 1
      var part = thread
      if mask != all || 1 << columns.count != threadCount {
        part = builder.compute(
          "and.b32", .bits32, .register(thread), .integer(Int64(mask)))
      }
      if distance > 0 {
        part = builder.compute(
          "shl.b32", .bits32, .register(part), .integer(Int64(distance)))
      } else if distance < 0 {
        part = builder.compute(
          "shr.u32", .bits32, .register(part), .integer(Int64(-distance)))
      }
      image =
        image.map {
          builder.compute("xor.b32", .bits32, .register($0), .register(part))
        } ?? part
    }
    return image ?? integer(0, .bits32)
  }

  /// The packed outputs of `layout` for each of its registers, the first output in the low bits.
  ///
  /// - Returns: one register of 32 bits for each.
  mutating func places(of layout: LinearLayout) -> [Register] {
    let base = threadImage(layout.threadColumns)
    return registerImages(of: layout).map { image in
      image == 0
        ? base
        : builder.compute("xor.b32", .bits32, .register(base), .integer(Int64(image)))
    }
  }

  /// What the registers of `layout` add to the packed outputs of a thread, by exclusive or.
  func registerImages(of layout: LinearLayout) -> [UInt64] {
    let columns = Array(layout.columns(of: .register))
    return (0..<layout.inputSize(.register)).map { register in
      columns.indices.reduce(UInt64(0)) { image, bit in
        register >> bit & 1 == 1 ? image ^ columns[bit] : image
      }
    }
  }

  /// A predicate that is true in the one thread of those with the same elements that acts for all,
  /// or nil if no two threads hold the same.
  mutating func isResponsible(for layout: LinearLayout) -> Register? {
    let mask = layout.repeatedThreads
    guard mask != 0 else { return nil }
    let thread = threadIndex()
    let bits = builder.compute(
      "and.b32", .bits32, .register(thread), .integer(Int64(mask)))
    return builder.compute("setp.eq.s32", .predicate, .register(bits), .integer(0))
  }

  /// Both predicates.
  mutating func and(_ lhs: Register?, _ rhs: Register?) -> Register? {
    guard let lhs, let rhs else { return lhs ?? rhs }
    return builder.compute("and.pred", .predicate, .register(lhs), .register(rhs))
  }
}

extension LinearLayout {
  /// The basis vectors of the bits of a thread's number: those of the lane, then those of the warp.
  var threadColumns: [UInt64] { Array(columns(of: .lane)) + Array(columns(of: .warp)) }

  /// The bits of the packed outputs in which the elements of one run along `axis` differ. Runs have
  /// `length` elements, a power of two, and start at its multiples.
  func runMask(_ length: Int, along axis: Int) -> UInt64 {
    UInt64(length - 1) << UInt64(outputs.bits(of: .axis(axis))?.lowerBound ?? 0)
  }

  /// The bits of a thread's number that make no difference to what it holds beyond what registers
  /// and bits before them make.
  var repeatedThreads: Int {
    repetitionMask(of: .lane)
      | repetitionMask(of: .warp) << columns(of: .lane).count
  }
}
