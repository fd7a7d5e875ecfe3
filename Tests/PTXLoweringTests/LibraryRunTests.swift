import Arithmetic
import PTX
import PTXLowering
import Testing

/// Functions of the device library against the reference: the same bits, or within the bound of the
/// table.
@Suite struct LibraryRunTests {
  /// All but the quotient whose divisors above 2^126 the emulator does not treat as zero.
  static let names = MathLibrary.names.filter {
    RoutineTable.symbols.contains($0) && $0 != "__nv_fast_fdividef"
  }

  @Test(arguments: names)
  func function(name: String) throws {
    let function = try #require(MathLibrary.function(named: name))
    let count = 512
    let sources = function.parameters.enumerated().map { position, type in
      LibraryArguments.patterns(for: name, type, position: position, count: count)
    }
    let operands = sources.indices.map { "$\($0)" }.joined(separator: ", ")
    let types = zip(["$a", "$b", "$c", "$d"], sources).map(\.0).joined(separator: ", ")
    let step = ElementwiseKernel.Step(
      function.parameters.map { "\($0)" }, "\(function.result)",
      "tt.extern_elementwise \(operands) {libname = \"\", libpath = \"\", pure = true, "
        + "symbol = \"\(name)\"} : (\(types)) -> $r")
    var buffers = zip(sources, function.parameters).map { patterns, type in
      patterns.flatMap { ComparedRun.bytes($0, count: type.bitWidth / 8) }
    }
    let size = function.result.bitWidth / 8
    buffers.append([UInt8](repeating: 0, count: count * size))
    let run = try ComparedRun(
      ElementwiseKernel(count: 512, steps: [step]).text, buffers: buffers, programs: count / 512)
    let expected = ComparedRun.numbers(run.expected[sources.count], count: size)
    let found = ComparedRun.numbers(run.found[sources.count], count: size)
    let bound = LibraryArguments.bound(of: name)
    var worst = (error: 0.0, index: 0)
    for index in 0..<count {
      let error = UnitsOfLastPlace.distance(expected[index], found[index], function.result)
      if error > worst.error { worst = (error, index) }
    }
    let arguments = sources.map { "0x" + String($0[worst.index], radix: 16) }
    let words =
      "\(name)\(arguments) gives 0x\(String(found[worst.index], radix: 16)), "
      + "expected 0x\(String(expected[worst.index], radix: 16)): \(worst.error) units"
    if LibraryArguments.printsMeasurements { print("measured \(name) \(worst.error) \(arguments)") }
    #expect(worst.error <= bound, "\(words), \(bound) allowed")
  }

  @Test func allFunctionsAreKnown() {
    let missing = MathLibrary.names.filter { !RoutineTable.symbols.contains($0) }
    #expect(missing.allSatisfy { LibraryArguments.hasAnyOrder($0) }, "\(missing)")
    #expect(RoutineTable.symbols.allSatisfy { MathLibrary.function(named: $0) != nil })
  }
}
