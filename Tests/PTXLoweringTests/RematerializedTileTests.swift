import Testing

/// Tiles that are made again behind a reduction, where keeping them would take too many registers.
@Suite struct RematerializedTileTests {
  /// A kernel that scales a row of `length` numbers of `type` by what it makes of their sum, twice.
  private func kernel(_ length: Int, type: String = "bf16") -> String {
    let tile = "tensor<\(length)x"
    let widening =
      type == "f32"
      ? "%w = arith.addf %v, %v : \(tile)f32>"
      : "%w = arith.extf %v : \(tile)\(type)> to \(tile)f32>"
    func sum(_ name: String, of value: String) -> String {
      """
      %\(name) = "tt.reduce"(\(value)) <{axis = 0 : i32}> ({
          ^bb0(%a: f32, %b: f32):
            %c = arith.addf %a, %b : f32
            tt.reduce.return %c : f32
          }) : (\(tile)f32>) -> f32
      """
    }
    return """
      module {
        tt.func public @scale(%x: !tt.ptr<\(type)> {tt.divisibility = 16 : i32}, \
      %y: !tt.ptr<f32> {tt.divisibility = 16 : i32}) {
          %i = tt.make_range {end = \(length) : i32, start = 0 : i32} : \(tile)i32>
          %xs = tt.splat %x : !tt.ptr<\(type)> -> \(tile)!tt.ptr<\(type)>>
          %ps = tt.addptr %xs, %i : \(tile)!tt.ptr<\(type)>>, \(tile)i32>
          %v = tt.load %ps : \(tile)!tt.ptr<\(type)>>
          \(widening)
          \(sum("s", of: "%w"))
          %ss = tt.splat %s : f32 -> \(tile)f32>
          %d = arith.subf %w, %ss : \(tile)f32>
          %q = arith.mulf %d, %d : \(tile)f32>
          \(sum("t", of: "%q"))
          %ts = tt.splat %t : f32 -> \(tile)f32>
          %r = arith.mulf %d, %ts : \(tile)f32>
          %ys = tt.splat %y : !tt.ptr<f32> -> \(tile)!tt.ptr<f32>>
          %qs = tt.addptr %ys, %i : \(tile)!tt.ptr<f32>>, \(tile)i32>
          tt.store %qs, %r : \(tile)!tt.ptr<f32>>
          tt.return
        }
      }
      """
  }

  /// How many subtractions the kernel for one warp has of each of its elements.
  private func differences(_ length: Int, type: String = "bf16") throws -> Int {
    let opcodes = try CompiledText(kernel(length, type: type), warps: 1).opcodes
    return opcodes.count { $0 == "sub.rn.f32" } / (length / 32)
  }

  @Test func aTileThatFitsIsKept() throws { #expect(try differences(1024) == 1) }

  @Test func aTileThatDoesNotFitIsMadeAgain() throws { #expect(try differences(8192) == 2) }

  /// Addresses and places follow from a few registers, so that they do not count: of 4096 elements
  /// those would be three times what the numbers are.
  @Test func addressesAreNoReasonToMakeATileAgain() throws { #expect(try differences(4096) == 1) }

  @Test func aTileIsKeptIfWhatItIsMadeOfIsNoNarrower() throws {
    #expect(try differences(8192, type: "f32") == 1)
  }

  @Test(arguments: ["bf16", "f16", "f32"])
  func theResultsStay(type: String) throws {
    let length = 8192
    // Odd numbers from -15 to 15, as many of each, so that every sum is exact and the first is 0.
    let values = (0..<length).flatMap { place -> [UInt8] in
      let number = Float((place * 37 + 11) % 16 * 2 - 15)
      switch type {
      case "bf16": return ComparedRun.bytes(UInt64(number.bitPattern >> 16), count: 2)
      case "f16": return ComparedRun.bytes(Self.half(number), count: 2)
      default: return ComparedRun.bytes(UInt64(number.bitPattern), count: 4)
      }
    }
    let run = try ComparedRun(
      kernel(length, type: type), buffers: [values, Array(repeating: 0, count: 4 * length)],
      warps: 1)
    #expect(run.found == run.expected)
    #expect(run.found[1].contains { $0 != 0 })
  }

  /// The bits of an odd number below 16 in 16 bits, as IEEE 754 has them.
  private static func half(_ number: Float) -> UInt64 {
    let sign: UInt64 = number < 0 ? 0x8000 : 0
    return sign | UInt64(number.exponent + 15) << 10
      | UInt64(number.significandBitPattern >> 13)
  }
}
