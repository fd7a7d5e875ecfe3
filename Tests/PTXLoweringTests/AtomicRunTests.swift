import PTX
import RandomTesting
import Testing

/// Atomic updates leave in memory and return what the interpreter says.
@Suite struct AtomicRunTests {
  static let targets: [PTXTarget] = [.sm80, .sm90a]

  struct Update: CustomTestStringConvertible {
    let operation: String
    let type: String
    var testDescription: String { "\(operation) \(type)" }
    var byteCount: Int { type == "bf16" ? 2 : (Int(type.dropFirst()) ?? 32) / 8 }
  }

  static let updates: [Update] =
    ["and", "or", "xor", "add", "max", "min", "umax", "umin", "exch"].flatMap { operation in
      ["i32", "i64"].map { Update(operation: operation, type: $0) }
    }
    + ["f16", "bf16", "f32", "f64"].map { Update(operation: "fadd", type: $0) }
    + ["f32", "f64"].map { Update(operation: "exch", type: $0) }

  /// A tile of more elements than threads, every second one off, with the old values stored.
  @Test(arguments: targets, updates)
  func tiles(target: PTXTarget, update: Update) throws {
    try compare(update, count: 256, target, isResultUsed: true)
    try compare(update, count: 256, target, isResultUsed: false)
  }

  /// A tile of fewer elements than threads: one thread of those with the same element acts.
  @Test(arguments: targets, updates)
  func repeatedElements(target: PTXTarget, update: Update) throws {
    try compare(update, count: 16, target, isResultUsed: true)
    try compare(update, count: 16, target, isResultUsed: false)
  }

  private func compare(
    _ update: Update, count: Int, _ target: PTXTarget, isResultUsed: Bool
  ) throws {
    let type = update.type
    let text = """
      module {
        tt.func public @kernel(%m: !tt.ptr<\(type)>, %v: !tt.ptr<\(type)>, %o: !tt.ptr<\(type)>) {
          %r = tt.make_range {end = \(count) : i32, start = 0 : i32} : tensor<\(count)xi32>
          %one = arith.constant dense<1> : tensor<\(count)xi32>
          %zero = arith.constant dense<0> : tensor<\(count)xi32>
          %odd = arith.andi %r, %one : tensor<\(count)xi32>
          %mask = arith.cmpi eq, %odd, %zero : tensor<\(count)xi32>
          \(pointers("m", type, count))
          \(pointers("v", type, count))
          \(pointers("o", type, count))
          %value = tt.load %av : tensor<\(count)x!tt.ptr<\(type)>>
          %old = tt.atomic_rmw \(update.operation), acq_rel, gpu, %am, %value, %mask : \
      (tensor<\(count)x!tt.ptr<\(type)>>, tensor<\(count)x\(type)>, tensor<\(count)xi1>) -> \
      tensor<\(count)x\(type)>
          \(isResultUsed ? "tt.store %ao, %old : tensor<\(count)x!tt.ptr<\(type)>>" : "")
          tt.return
        }
      }
      """
    let size = update.byteCount
    let isFloat = type.contains("f")
    func numbers(_ seed: UInt64) -> [UInt8] {
      var source = SplitMix(seed: seed)
      return (0..<count).flatMap { _ -> [UInt8] in
        let bits = source.next()
        guard isFloat else { return ComparedRun.bytes(bits, count: size) }
        // Normal numbers: sums in memory may flush others.
        let value = Double(Int(bits % 2001) - 1000) / 8
        let pattern: UInt64 =
          switch type {
          case "f64": value.bitPattern
          case "f32": UInt64(Float(value).bitPattern)
          case "bf16": UInt64(Float(value).bitPattern >> 16)
          default: 0x3C00 + bits % 0x400
          }
        return ComparedRun.bytes(pattern, count: size)
      }
    }
    let buffers = [numbers(1), numbers(2), [UInt8](repeating: 0, count: count * size)]
    let run = try ComparedRun(text, buffers: buffers, for: target)
    #expect(run.found == run.expected, "\(update.testDescription) of \(count)")
  }

  private func pointers(_ name: String, _ type: String, _ count: Int) -> String {
    """
    %s\(name) = tt.splat %\(name) : !tt.ptr<\(type)> -> tensor<\(count)x!tt.ptr<\(type)>>
        %a\(name) = tt.addptr %s\(name), %r : tensor<\(count)x!tt.ptr<\(type)>>, \
    tensor<\(count)xi32>
    """
  }

  /// One thread updates a scalar and all get what it found; programs count each other.
  @Test(arguments: targets) func scalars(target: PTXTarget) throws {
    let text = """
      module {
        tt.func public @kernel(%counter: !tt.ptr<i32>, %out: !tt.ptr<i32>) {
          %one = arith.constant 1 : i32
          %on = arith.constant true
          %old = tt.atomic_rmw add, acq_rel, gpu, %counter, %one, %on : \
      (!tt.ptr<i32>, i32, i1) -> i32
          %next = arith.addi %old, %one : i32
          %swapped = tt.atomic_cas acq_rel, gpu, %counter, %next, %old : \
      (!tt.ptr<i32>, i32, i32) -> i32
          %again = tt.atomic_rmw max, relaxed, cta, %counter, %next, %on : \
      (!tt.ptr<i32>, i32, i1) -> i32
          %r = tt.make_range {end = 64 : i32, start = 0 : i32} : tensor<64xi32>
          %s = tt.splat %out : !tt.ptr<i32> -> tensor<64x!tt.ptr<i32>>
          %a = tt.addptr %s, %r : tensor<64x!tt.ptr<i32>>, tensor<64xi32>
          %sum = arith.addi %swapped, %again : i32
          %t = tt.splat %sum : i32 -> tensor<64xi32>
          tt.store %a, %t : tensor<64x!tt.ptr<i32>>
          tt.return
        }
      }
      """
    let run = try ComparedRun(
      text, buffers: [[0, 0, 0, 0], [UInt8](repeating: 0, count: 256)], programs: 5, for: target)
    #expect(run.found == run.expected)
    #expect(run.found[0] == [5, 0, 0, 0])
  }

  @Test(arguments: targets, ["i16", "i32", "i64"])
  func comparison(target: PTXTarget, type: String) throws {
    let text = """
      module {
        tt.func public @kernel(%m: !tt.ptr<\(type)>, %o: !tt.ptr<\(type)>) {
          %r = tt.make_range {end = 32 : i32, start = 0 : i32} : tensor<32xi32>
          \(pointers("m", type, 32))
          \(pointers("o", type, 32))
          %five = arith.constant dense<5> : tensor<32x\(type)>
          %nine = arith.constant dense<9> : tensor<32x\(type)>
          %old = tt.atomic_cas release, sys, %am, %five, %nine : \
      (tensor<32x!tt.ptr<\(type)>>, tensor<32x\(type)>, tensor<32x\(type)>) -> tensor<32x\(type)>
          tt.store %ao, %old : tensor<32x!tt.ptr<\(type)>>
          tt.return
        }
      }
      """
    let size = (Int(type.dropFirst()) ?? 0) / 8
    let memory = (0..<UInt64(32)).flatMap { number -> [UInt8] in
      ComparedRun.bytes(number % 3 == 0 ? 5 : number, count: size)
    }
    let run = try ComparedRun(
      text, buffers: [memory, [UInt8](repeating: 0, count: 32 * size)], for: target)
    #expect(run.found == run.expected)
  }

  @Test func unusedResultsAreReductions() throws {
    let text = """
      module {
        tt.func public @kernel(%m: !tt.ptr<i32>) {
          %r = tt.make_range {end = 128 : i32, start = 0 : i32} : tensor<128xi32>
          \(pointers("m", "i32", 128))
          %old = tt.atomic_rmw add, acq_rel, gpu, %am, %r : \
      (tensor<128x!tt.ptr<i32>>, tensor<128xi32>) -> tensor<128xi32>
          tt.return
        }
      }
      """
    let opcodes = try CompiledText(text).opcodes
    #expect(opcodes.contains("red.release.gpu.global.add.u32"))
    #expect(!opcodes.contains { $0.hasPrefix("atom") })
  }
}
