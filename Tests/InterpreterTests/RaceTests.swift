import Interpreter
import Testing

@Suite struct RaceTests {
  private func findings(_ body: String, programs: Int = 2) throws -> [String] {
    var launch = TestLaunch()
    launch.checks = [.bounds, .races]
    launch.buffer([0, 0, 0, 0] as [Int32], name: "x")
    launch.buffer([0] as [Int32], name: "lock")
    let report = try launch.run(
      """
      tt.func public @kernel(%x: !tt.ptr<i32>, %lock: !tt.ptr<i32>) {
        %true = arith.constant true
        %zero = arith.constant 0 : i32
        %one = arith.constant 1 : i32
        %pid = tt.get_program_id x : i32
        \(body)
        tt.return
      }
      """, grid: Grid(programs))
    return report.findings.map(\.message)
  }

  @Test func twoProgramsThatWriteOneAddressRace() throws {
    let found = try findings("tt.store %x, %pid : !tt.ptr<i32>")
    #expect(
      found == [
        """
        race on buffer 'x': program (1, 0, 0), store at offset 0 without order after an access of \
        program (0, 0, 0)
        """
      ])
  }

  @Test func programsThatWriteAddressesOfTheirOwnDoNot() throws {
    let lines = """
      %p = tt.addptr %x, %pid : !tt.ptr<i32>, i32
      tt.store %p, %pid : !tt.ptr<i32>
      """
    #expect(try findings(lines).isEmpty)
  }

  @Test func aReadRacesWithTheWriteOfAnotherProgram() throws {
    let lines = """
      %next = arith.addi %pid, %one : i32
      %p = tt.addptr %x, %pid : !tt.ptr<i32>, i32
      %q = tt.addptr %x, %next : !tt.ptr<i32>, i32
      %v = tt.load %q : !tt.ptr<i32>
      tt.store %p, %v : !tt.ptr<i32>
      """
    #expect(try findings(lines).count == 1)
  }

  @Test func readsOfOneAddressDoNotRace() throws {
    #expect(try findings("%v = tt.load %x : !tt.ptr<i32>").isEmpty)
  }

  @Test func atomicUpdatesDoNotRaceWithEachOther() throws {
    let lines = """
      %old = tt.atomic_rmw add, relaxed, gpu, %x, %one, %true : (!tt.ptr<i32>, i32, i1) -> i32
      """
    #expect(try findings(lines).isEmpty)
  }

  /// A critical section, entered and left with the given orderings.
  private func section(_ enter: String, _ leave: String) -> String {
    """
    scf.while : () -> () {
      %old = tt.atomic_cas \(enter), gpu, %lock, %zero, %one : (!tt.ptr<i32>, i32, i32) -> i32
      %taken = arith.cmpi eq, %old, %one : i32
      scf.condition(%taken)
    } do {
      scf.yield
    }
    %v = tt.load %x : !tt.ptr<i32>
    %w = arith.addi %v, %one : i32
    tt.store %x, %w : !tt.ptr<i32>
    %o = tt.atomic_rmw exch, \(leave), gpu, %lock, %zero, %true : (!tt.ptr<i32>, i32, i1) -> i32
    """
  }

  @Test func aLockPutsProgramsInOrder() throws {
    #expect(try findings(section("acquire", "release"), programs: 4).isEmpty)
  }

  @Test func aLockWithoutReleaseDoesNot() throws {
    #expect(try findings(section("acquire", "relaxed")).count == 2)
  }
}
