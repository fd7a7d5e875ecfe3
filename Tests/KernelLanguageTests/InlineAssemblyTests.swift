import Nereid
import Testing

/// Inline assembly and the device's registers, run on the interpreter.
@Suite struct InlineAssemblyTests {
  @Test func instructionsRunForEachElement() throws {
    let found: [Int32] = try run([1, 2, 3, -4] as [Int32], [10, 20, 30, 40] as [Int32]) { x, y in
      inlineAssembly(
        "mad.lo.s32 $0, $1, $2, 7;", constraints: "=r,r,r", x, y, result: Int32.self)
    }
    #expect(found == [17, 47, 97, -153])
  }

  @Test func shapesOfOperandsAreBroadcast() throws {
    let found: [Int32] = try run([1, 2, 3, 4] as [Int32]) { x in
      inlineAssembly(
        "add.s32 $0, $1, $2;", constraints: "=r,r,r", x, Scalar<Int32>(100), result: Int32.self)
    }
    #expect(found == [101, 102, 103, 104])
  }

  @Test func narrowElementsSharedInARegister() throws {
    let found: [Int8] = try run([1, 2, 3, 4, 5, 6, 7, 8] as [Int8]) { x in
      inlineAssembly(
        "and.b32 $0, $1, 0x0F000F0F;", constraints: "=r,r", x, result: Int8.self,
        packedElements: 4)
    }
    #expect(found == [1, 2, 0, 4, 5, 6, 0, 8])
  }

  @Test func twoResults() throws {
    let found: [Int32] = try run([5, -6] as [Int32]) { x in
      let (low, high) = inlineAssembly(
        "min.s32 $0, $2, 0; max.s32 $1, $2, 0;", constraints: "=r,=r,r", x,
        results: (Int32.self, Int32.self))
      return low * 1000 + high
    }
    #expect(found == [5, -6000])
  }

  @Test func floatsKeepTheirType() throws {
    let found: [Float] = try run([1.5, -2] as [Float]) { x in
      inlineAssembly("mul.f32 $0, $1, $1;", constraints: "=f,f", x, result: Float.self)
    }
    #expect(found == [2.25, 4])
  }

  @Kernel static func unknown(output: Pointer<Int32>) {
    store(
      output,
      inlineAssembly("vote.sync.all.pred $0, $1;", constraints: "=r,r", output, result: Int32.self))
  }

  @Test func otherInstructionsAreRefusedInTheirPlace() {
    let error = #expect(throws: KernelError.self) {
      try Self.unknown(output: [0]).launch(grid: 1)
    }
    let description = error?.description ?? ""
    #expect(description.contains("InlineAssemblyTests.swift:49:"), "\(description)")
    #expect(description.contains("vote.sync.all.pred"), "\(description)")
  }

  @Kernel static func registers(
    times: Pointer<Int64>, output: Pointer<Int32>, input: Pointer<Int32>
  ) {
    waitForPreviousLaunch()
    let before = globalTimer()
    store(output, load(input) + multiprocessorID())
    allowNextLaunch()
    store(times, before)
    store(times + 1, globalTimer())
  }

  @Test func registersOfTheDeviceHaveValuesOnTheInterpreter() throws {
    let times: Buffer<Int64> = [0, 0]
    let output: Buffer<Int32> = [0]
    let call = Self.registers(times: times, output: output, input: [41])
    let text = try call.text()
    for part in [
      "%globaltimer", "%smid", "griddepcontrol.wait", "griddepcontrol.launch_dependents",
    ] { #expect(text.contains(part), "\(part)") }
    try call.launch(grid: 1)
    #expect(output.elements == [41])
    #expect(times[0] > 0 && times[1] > times[0])
  }
}
