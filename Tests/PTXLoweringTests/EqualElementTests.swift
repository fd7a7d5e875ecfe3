import Testing

/// Elements that are computed once because they are known to be equal.
@Suite struct EqualElementTests {
  /// Accesses may count on sums that fit, values may not: programs from the second on start below
  /// zero, where division rounds the other way and the first of sixteen differs from the others.
  @Test func quotientsOfSumsThatWrapAreComputedEach() throws {
    let text = """
      module {
        tt.func public @divide(%y: !tt.ptr<i32> {tt.divisibility = 16 : i32}) {
          %size = arith.constant 1073741824 : i32
          %count = arith.constant 1024 : i32
          %pid = tt.get_program_id x : i32
          %start = arith.muli %pid, %size : i32
          %range = tt.make_range {end = 1024 : i32, start = 0 : i32} : tensor<1024xi32>
          %starts = tt.splat %start : i32 -> tensor<1024xi32>
          %places = arith.addi %starts, %range : tensor<1024xi32>
          %d = arith.constant dense<16> : tensor<1024xi32>
          %q = arith.divsi %places, %d : tensor<1024xi32>
          %row = arith.muli %pid, %count : i32
          %yr = tt.addptr %y, %row : !tt.ptr<i32>, i32
          %ys = tt.splat %yr : !tt.ptr<i32> -> tensor<1024x!tt.ptr<i32>>
          %qs = tt.addptr %ys, %range : tensor<1024x!tt.ptr<i32>>, tensor<1024xi32>
          tt.store %qs, %q : tensor<1024x!tt.ptr<i32>>
          tt.return
        }
      }
      """
    let run = try ComparedRun(
      text, buffers: [Array(repeating: 9, count: 4 * 4 * 1024)], programs: 4, warps: 2)
    #expect(run.found == run.expected)
  }
}
