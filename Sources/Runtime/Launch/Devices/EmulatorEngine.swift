import Compiler
import Emulator
import PTX
import Support
import Synchronization

/// The emulator of a GPU, which runs the PTX on the CPU and finds what a GPU lets pass.
///
/// A class: its memory is one, and launches, copies and allocations take turns.
package final class EmulatorEngine: Sendable {
  private let memory = EmulatedMemory()
  private let turn = Mutex(())
  private let options: EmulatorOptions
  private let last = Mutex(EmulatedRun())
  let target: PTXTarget

  let name = "the emulator"
  let limits = DeviceLimits.hopper

  /// An emulated device that runs code for `target` on one thread of the host.
  ///
  /// - Parameter tracksRaces: whether conflicting accesses to shared memory are found.
  package init(target: PTXTarget = .sm90a, tracksRaces: Bool = true) {
    self.target = target
    var options = EmulatorOptions()
    options.tracksRaces = tracksRaces
    self.options = options
  }

  /// What the last launch did, and how long it took.
  package var lastRun: EmulatedRun { last.withLock { $0 } }

  func allocate(byteCount: Int, name: String) throws(DeviceError) -> UInt64 {
    let result = turn.withLock { _ in
      Result { () throws(EmulatedMemoryError) in
        try memory.allocate(byteCount: byteCount, name: name)
      }
    }
    do throws(EmulatedMemoryError) {
      return try result.get()
    } catch {
      throw DeviceError("\(error)")
    }
  }

  func free(_ address: UInt64) { turn.withLock { _ in _ = memory.free(address) } }

  func write(_ bytes: UnsafeRawBufferPointer, to address: UInt64) {
    let bytes = Array(bytes)
    turn.withLock { _ in memory.write(bytes, at: address) }
  }

  func read(from address: UInt64, into bytes: UnsafeMutableRawBufferPointer) {
    let count = bytes.count
    bytes.copyBytes(from: turn.withLock { _ in memory.read(at: address, count: count) })
  }

  func load(_ kernel: CompiledKernel, image: [UInt8]) throws(DeviceError) -> EmulatorCode {
    do throws(Diagnostic) {
      let source = SourceText(name: "\(kernel.name).ptx", bytes: image)
      let program = try EmulatedProgram(
        PTXReading(source), source: source, kernel: kernel.name)
      return EmulatorCode(program: program, kernel: kernel, engine: self)
    } catch {
      throw DeviceError("\(error)")
    }
  }

  func run(
    _ program: EmulatedProgram, _ launch: EmulatedLaunch
  ) throws(DeviceError) -> EmulatorStatistics {
    let result = turn.withLock { _ in
      let start = ThreadTime.now
      let result = Result { () throws(EmulatorReport) in
        try program.run(launch, memory: memory, options: options)
      }
      if case .success(let statistics) = result {
        let run = EmulatedRun(
          laneInstructions: statistics.laneInstructions, seconds: ThreadTime.now - start)
        last.withLock { $0 = run }
      }
      return result
    }
    do throws(EmulatorReport) {
      return try result.get()
    } catch {
      throw DeviceError("\(error)", at: error.source)
    }
  }
}
