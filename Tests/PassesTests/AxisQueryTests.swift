import IR
import Passes
import Support
import Testing

/// What the code generator asks: how wide accesses may be, and in which order tiles lie in memory.
@Suite struct AxisQueryTests {
  @Test(arguments: [("i8", 16, 16), ("f16", 16, 8), ("f32", 16, 4), ("f32", 8, 2), ("f64", 16, 2)])
  func alignedNeighboursAreOneAccess(_ element: String, _ alignment: Int, _ length: Int) throws {
    let found = try query(element: element, alignment: alignment)
    #expect(found == length)
  }

  @Test func accessesWithoutAlignmentAreSingle() throws {
    #expect(try query(element: "f32", alignment: 2) == 1)
    #expect(try query(element: "f32", alignment: 1) == 1)
  }

  @Test func masksEndAccesses() throws {
    #expect(try query(element: "f16", alignment: 16, limit: 4) == 4)
    #expect(try query(element: "f16", alignment: 16, limit: 1) == 1)
    #expect(try query(element: "f16", alignment: 16, limit: 16) == 8)
    #expect(try query(element: "f16", alignment: 2, isAligned: true) == 8)
    #expect(try query(element: "f16", alignment: 2, limit: 4, isAligned: true) == 4)
  }

  @Test func contiguousDimensionsComeFirst() throws {
    let module = try parse(
      """
      tt.func @f(%p: !tt.ptr<f32>, %s: i32) {
        %r = tt.make_range {end = 8 : i32, start = 0 : i32} : tensor<8xi32>
        %row = tt.expand_dims %r {axis = 1 : i32} : tensor<8xi32> -> tensor<8x1xi32>
        %column = tt.expand_dims %r {axis = 0 : i32} : tensor<8xi32> -> tensor<1x8xi32>
        %ss = tt.splat %s : i32 -> tensor<1x8xi32>
        %far = arith.muli %column, %ss : tensor<1x8xi32>
        %a = tt.broadcast %row : tensor<8x1xi32> -> tensor<8x8xi32>
        %b = tt.broadcast %far : tensor<1x8xi32> -> tensor<8x8xi32>
        %ps = tt.splat %p : !tt.ptr<f32> -> tensor<8x8x!tt.ptr<f32>>
        %q = tt.addptr %ps, %a : tensor<8x8x!tt.ptr<f32>>, tensor<8x8xi32>
        %t = tt.addptr %q, %b : tensor<8x8x!tt.ptr<f32>>, tensor<8x8xi32>
        tt.return
      }
      """)
    #expect(try order(of: "t", in: module) == [0, 1])
    #expect(try order(of: "b", in: module) == [1, 0])
  }

  @Test func remaindersCountUpWhereOverflowIsExcluded() throws {
    let module = try parse(
      """
      tt.func @f(%m: i32 {tt.divisibility = 16 : i32}) {
        %size = arith.constant 64 : i32
        %pid = tt.get_program_id x : i32
        %start = arith.muli %pid, %size : i32
        %starts = tt.splat %start : i32 -> tensor<64xi32>
        %r = tt.make_range {end = 64 : i32, start = 0 : i32} : tensor<64xi32>
        %offsets = arith.addi %starts, %r : tensor<64xi32>
        %ms = tt.splat %m : i32 -> tensor<64xi32>
        %q = arith.remsi %offsets, %ms : tensor<64xi32>
        tt.return
      }
      """)
    let (function, value) = try find("q", in: module)
    let strict = AxisAnalysis(of: function, in: module)
    #expect(strict.facts(of: value)?.contiguity(0) == 1)
    let trusting = AxisAnalysis(of: function, in: module, overflow: .isExcluded)
    #expect(trusting.facts(of: value)?.contiguity(0) == 16)
  }

  @Test func remaindersOfWhatMayBeNegativeDoNotCountUp() throws {
    let module = try parse(
      """
      tt.func @f(%n: i32, %m: i32 {tt.divisibility = 16 : i32}) {
        %size = arith.constant 64 : i32
        %pid = tt.get_program_id x : i32
        %row = arith.divsi %pid, %n : i32
        %start = arith.muli %row, %size : i32
        %starts = tt.splat %start : i32 -> tensor<64xi32>
        %r = tt.make_range {end = 64 : i32, start = 0 : i32} : tensor<64xi32>
        %offsets = arith.addi %starts, %r : tensor<64xi32>
        %below = arith.constant dense<-64> : tensor<64xi32>
        %lower = arith.addi %r, %below : tensor<64xi32>
        %ms = tt.splat %m : i32 -> tensor<64xi32>
        %unknown = arith.remsi %offsets, %ms : tensor<64xi32>
        %negative = arith.remsi %lower, %ms : tensor<64xi32>
        tt.return
      }
      """)
    let (function, unknown) = try find("unknown", in: module)
    let (_, negative) = try find("negative", in: module)
    let strict = AxisAnalysis(of: function, in: module)
    #expect(strict.facts(of: unknown)?.contiguity(0) == 1)
    let trusting = AxisAnalysis(of: function, in: module, overflow: .isExcluded)
    #expect(trusting.facts(of: unknown)?.contiguity(0) == 16)
    #expect(trusting.facts(of: negative)?.contiguity(0) == 1)
  }

  /// The vector length of a line of 64 pointers to `element`, of which those below `limit` are
  /// accessed.
  private func query(
    element: String, alignment: Int, limit: Int? = nil, isAligned: Bool = false
  ) throws -> Int {
    let module = try parse(
      """
      tt.func @f(
          %p: !tt.ptr<\(element)> {tt.divisibility = \(alignment) : i32},
          %n: i32 {tt.divisibility = \(limit ?? 1) : i32}) {
        %r = tt.make_range {end = 64 : i32, start = 0 : i32} : tensor<64xi32>
        %ps = tt.splat %p : !tt.ptr<\(element)> -> tensor<64x!tt.ptr<\(element)>>
        %q = tt.addptr %ps, %r : tensor<64x!tt.ptr<\(element)>>, tensor<64xi32>
        %ns = tt.splat %n : i32 -> tensor<64xi32>
        %mask = arith.cmpi slt, %r, %ns : tensor<64xi32>
        tt.return
      }
      """)
    let (function, pointers) = try find("q", in: module)
    let (_, mask) = try find("mask", in: module)
    let analysis = AxisAnalysis(of: function, in: module)
    return analysis.vectorLength(
      of: pointers, along: 0, mask: limit == nil ? nil : mask, isAligned: isAligned)
  }

  private func parse(_ text: String) throws -> Module {
    try Module.parse(SourceText(name: "test.ttir", text: text))
  }

  private func order(of name: String, in module: borrowing Module) throws -> [Int] {
    let (function, value) = try find(name, in: module)
    return AxisAnalysis(of: function, in: module).order(of: value)
  }

  private func find(
    _ name: String, in module: borrowing Module
  ) throws -> (function: OpID, value: ValueID) {
    let function = try #require(module.functions.first)
    for op in module.descendants(of: function) {
      for value in module.results(of: op) where module.name(of: value) == name {
        return (function, value)
      }
    }
    throw MissingValue(name: name)
  }

  private struct MissingValue: Error {
    let name: String
  }
}
