import Testing

@Kernel func scaled(_ x: Number, by factor: Number, @Constexpr times: Int = 2) {
  var sum = x
  for _ in 0..<times { sum += factor }
  emit(sum)
}

@Kernel
func biased<T: Sendable>(
  x: Pointer<T>, bias: Pointer<T>? = nil,
  @Constexpr mode: String
) where T: Equatable {
  if let bias { emit(bias.number) }
  if mode == "all" { emit(x.number) }
}

struct Model<Weight> {
  var depth = 3

  @Kernel static func shared(x: Pointer<Weight>) { emit(x.number) }
  @Kernel func owned(x: Number) { for _ in 0..<depth { emit(x) } }
}

extension Model {
  @Kernel fileprivate static func extended<A>(x: Pointer<A>, y: Pointer<Weight>) {
    emit(x.number)
    emit(y.number)
  }
}

final class Trainer {
  let rate = 5
  @Kernel func step(x: Number, @Constexpr _ extra: Int) { for _ in 0..<rate + extra { emit(x) } }
}

/// The overloads that make launches.
struct LaunchTests {
  @Test func keepsLabelsAndDefaults() throws {
    #expect(try scaled(1, by: 10).run() == [21])
    #expect(try scaled(1, by: 10, times: 3).run() == [31])
  }

  @Test func keepsGenericsAndOptionals() throws {
    #expect(try biased(x: ["four"], bias: nil, mode: "all").run() == [4])
    #expect(try biased(x: [true], bias: [false], mode: "").run() == [5])
    #expect(try biased(x: [true], mode: "all").run() == [4])
  }

  @Test func worksInTypes() throws {
    #expect(try Model<Int>.shared(x: [123]).run() == [3])
    #expect(try Model<Int>().owned(x: 7).run() == [7, 7, 7])
    #expect(try Model<Int>.extended(x: ["x"], y: [22]).run() == [1, 2])
    #expect(try Trainer().step(x: 1, -3).run() == [1, 1])
  }

  @Test func knowsTheKernel() {
    let call = scaled(1, by: 10, times: 3)
    #expect(call.info.name == "scaled")
    #expect(call.info.file.hasSuffix("/KernelMacroTests/LaunchTests.swift"))
    #expect(call.info.line == 3)
    #expect(call.info.source.hasPrefix("@Kernel func scaled(_ x: Number, by factor: Number"))
    #expect(call.arguments.map(\.name) == ["x", "factor"])
    #expect(call.arguments.map(\.numbers) == [[1], [10]])
    #expect(call.constexprs.map(\.0) == ["times"])
    #expect(call.constexprs.first?.1 as? Int == 3)
  }

  /// A traced statement knows its line and column in this file.
  @Test func tracesPositions() {
    let staging = scaled(1, by: 10, times: 2).trace()
    #expect(staging.positions == ["5:24", "5:24", "6:3"])
    #expect(staging.file.hasSuffix("/KernelMacroTests/LaunchTests.swift"))
  }
}
