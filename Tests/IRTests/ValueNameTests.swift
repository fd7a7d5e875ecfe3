import IR
import Support
import Testing

struct ValueNameTests {
  @Test func equalNamesBecomeUnique() throws {
    var module = Module()
    let function = module.insert(
      Function(name: "f", type: FunctionType(parameters: [.i32, .i32, .i32])),
      at: .end(of: module.body))
    let entry = module.appendBlock(
      to: module.region(0, of: function), parameters: [.i32, .i32, .i32])
    let parameters = Array(module.parameters(of: entry))
    module.setName(of: parameters[0], to: "x")
    module.setName(of: parameters[1], to: "x")
    module.setName(of: parameters[2], to: "größe 1")
    let zero = module.insert(
      Constant(bits: 0, type: .i32), at: .end(of: entry), origin: .unknown)
    module.insert(
      OpDraft(.addi, operands: [parameters[1], module.result(of: zero)], results: [.i32]),
      at: .end(of: entry))
    module.insert(Return(), at: .end(of: entry))
    #expect(
      module.text(locations: false) == """
        module {
          tt.func public @f(%x: i32, %x_0: i32, %gr__e_1: i32) attributes {noinline = false} {
            %c0_i32 = arith.constant 0 : i32
            %0 = arith.addi %x_0, %c0_i32 : i32
            tt.return
          }
        }

        """)
  }

  @Test func namesAreKept() throws {
    let module = try parse(
      "tt.func @f(%x-y: i32, %$z: i32, %12: i32) {\n %a.b = arith.addi %x-y, %$z : i32\n tt.return\n}"
    )
    let text = module.text(locations: false)
    #expect(text.contains("%x-y: i32, %$z: i32, %arg0: i32"))
    #expect(text.contains("%a.b = arith.addi %x-y, %$z : i32"))
  }

  @Test func valuesOfLaterBlocksCanBeUsed() throws {
    let module = try parse(
      """
      tt.func @f(%c: i1) {
        cf.br ^bb2
      ^bb1:
        %y = arith.addi %x, %x : i32
        tt.return
      ^bb2:
        %x = arith.constant 1 : i32
        cf.br ^bb1
      }
      """)
    #expect(module.verify().isEmpty)
    #expect(try parse(module.text()).firstDifference(from: module) == nil)
  }

  @Test(arguments: [
    ("%y = arith.addi %x, %x : i32", "2:18: %x is not defined"),
    ("%y = arith.addi %y, %a : i32", "2:18: %y is used before it is defined"),
    ("%y = arith.addi %a#1, %a : i32", "2:18: %a#1 does not exist, %a has 1 results"),
    (
      "%y = arith.addi %a#-1, %a : i32", "2:20: expected the number of a result, found '#-1'"
    ),
    ("%y = arith.addi %a, %a : i64", "2:18: %a has type i32, expected i64"),
    ("%a = arith.addi %a, %a : i32", "2:2: %a is defined twice"),
    ("%y:2 = arith.addi %a, %a : i32", "2:2: arith.addi has 1 results, but 2 are named"),
  ])
  func wrongUses(_ line: String, _ message: String) {
    #expect(firstError(in: "tt.func @f(%a: i32) {\n \(line)\n tt.return\n}") == message)
  }

  /// A partition sees what is captured and nothing else, in both forms.
  @Test func partitionsSeeWhatTheyCapture() {
    let line = "%y = arith.addi %a, %a : i32"
    let custom =
      "ttg.warp_specialize(%a) default { ttg.warp_yield }\n"
      + "partition0(%b: i32) num_warps(1) {\n \(line)\n ttg.warp_return } : (i32) -> ()"
    let generic =
      "\"ttg.warp_specialize\"(%a) <{partitionNumWarps = array<i32: 1>}> ({\n"
      + "\"ttg.warp_yield\"() : () -> () }, { ^bb0(%b: i32):\n \(line)\n ttg.warp_return\n"
      + "}) : (i32) -> ()"
    for text in [custom, generic] {
      #expect(
        firstError(in: "tt.func @f(%a: i32) {\n\(text)\n tt.return\n}")
          == "4:18: %a is not defined")
    }
  }
}
