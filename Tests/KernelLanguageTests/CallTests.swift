import Nereid
import Testing

/// Calls as statements that look as if they worked on the host where the device decides, and do not.
@Suite struct CallTests {
  @Test func callsThatAreNoMistakes() throws {
    let x: Buffer<Int32> = [0]
    let calls = [
      Self.deviceFunctions(x: x, n: 3), Self.knownConditions(x: x, n: 3, block: 8),
      Self.nothingToCall(x: x, n: 3), Self.objectsThatStay(x: x, n: 3),
    ]
    for call in calls { _ = try call.module() }
  }

  @Device static func nothing(_ n: Scalar<Int32>) {}
  @Device static func nothingAtAll() {}

  static func storeTwice(_ x: Pointer<Int32>) {
    store(x, 1)
    store(x + 1, 2)
  }

  static func requireSmall(_ count: Int) { staticAssert(count < 100) }

  /// Functions that do something for the device, or say that they might.
  @Kernel static func deviceFunctions(x: Pointer<Int32>, n: Scalar<Int32>) {
    func local() {}
    let closure = {}
    if n > 1 {
      nothing(n)
      nothingAtAll()
      storeTwice(x)
      requireSmall(8)
      local()
      closure()
      print("traced")
    }
    while n > 2 { storeTwice(x) }
  }

  nonisolated(unsafe) static var total = 0
  static func countGlobally() { total += 1 }

  final class Log {
    var lines: [String] = []
    lazy var width = 80
    func add(_ line: String) { lines.append(line) }
    func store(_ x: Pointer<Int32>) { Nereid.store(x, Tile(width + lines.count)) }
  }

  /// What the host decides happens as often as the host says.
  @Kernel static func knownConditions(
    x: Pointer<Int32>, n: Scalar<Int32>, @Constexpr block: Int
  ) {
    let log = Log()
    var names: [String] = []
    log.add("start")
    if block > 4 {
      countGlobally()
      log.add("large")
      names.append("large")
    }
    for _ in 0..<2 {
      countGlobally()
      log.add("again")
    }
    // swift-format-ignore: ReplaceForEachWithForLoop
    [1, 2].forEach { log.add("\($0)") }
    if n > 1 { store(x, Tile(names.count + log.lines.count)) }
    log.add("end")
  }

  /// Where nothing is called, nothing changes.
  @Kernel static func nothingToCall(x: Pointer<Int32>, n: Scalar<Int32>) {
    let log: Log? = nil
    let places: [Pointer<Int32>] = []
    if n > 1 {
      log?.add("never")
      // swift-format-ignore: ReplaceForEachWithForLoop
      places.forEach { store($0, 1) }
    }
    store(x, n)
  }

  /// Objects may be read.
  @Kernel static func objectsThatStay(x: Pointer<Int32>, n: Scalar<Int32>) {
    let log = Log()
    var logs = [Log()]
    var scale = Float.nan
    if n > 1 {
      log.store(x)
      store(x, Tile(logs[0].width + (scale > 0 ? 1 : 0)))
    }
    logs.append(Log())
    scale = 1
    store(x, Tile(Int(scale)))
  }
}
