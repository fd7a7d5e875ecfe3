import CUDADriver
import Foundation
import Launch
import Testing
import ToolTesting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A driver of its own without a GPU: a copy of the library that `fake_cuda.c` is compiled to, so
/// that what one test makes of it no other sees.
final class FakeDriver: Sendable {
  private let folder: TemporaryFolder
  private let library: UInt

  /// Where the library lies.
  var path: String { folder.file("libcuda.so").path }

  /// A driver with `deviceCount` devices of `memoryByteCount` bytes; `capability` is 90 for 9.0.
  init(
    deviceCount: Int = 1, version: Int = 12080, memoryByteCount: Int = 1 << 34,
    capability: Int = 90
  ) throws {
    folder = try TemporaryFolder()
    cudaVersion = "\(version / 1000).\(version % 1000 / 10)"
    let target = folder.file("libcuda.so")
    try Self.copy(to: target.path)
    library = UInt(bitPattern: dlopen(target.path, RTLD_NOW | RTLD_LOCAL))
    let configure: @convention(c) (Int32, Int32, Int, Int32) -> Void =
      symbol("fake_configure")
    configure(Int32(deviceCount), Int32(version), memoryByteCount, Int32(capability))
  }

  deinit { dlclose(UnsafeMutableRawPointer(bitPattern: library)!) }

  /// The driver, opened.
  func open() throws -> Driver { try Driver(path: path) }

  /// The first device, made ready.
  func context() throws -> Context { try Context(open().device(0)) }

  /// The device at `index` as a user has it.
  func gpu(_ index: Int = 0, toolchain: KernelToolchain = KernelToolchain()) throws -> GPU {
    try GPU(index, driver: path, toolchain: toolchain)
  }

  /// Lets `function` fail with `code`, after it has worked `count` times more.
  func inject(_ code: Int32, into function: String, after count: Int = 0) {
    let inject: @convention(c) (UnsafePointer<CChar>, Int32, Int32) -> Void = symbol("fake_inject")
    inject(function, code, Int32(count))
  }

  /// Lets every function work again.
  func heal() { inject(0, into: "") }

  /// How many objects of `kind` are there.
  func live(_ kind: String) -> Int {
    let live: @convention(c) (UnsafePointer<CChar>) -> Int = symbol("fake_live")
    return live(kind)
  }

  /// How many objects of `kind` were ever made.
  func made(_ kind: String) -> Int {
    let made: @convention(c) (UnsafePointer<CChar>) -> Int = symbol("fake_made")
    return made(kind)
  }

  /// How often `function` was called.
  func calls(_ function: String) -> Int {
    let calls: @convention(c) (UnsafePointer<CChar>) -> Int = symbol("fake_calls")
    return calls(function)
  }

  /// How often any function was called.
  var callCount: Int {
    let calls: @convention(c) () -> Int = symbol("fake_all_calls")
    return calls()
  }

  /// The functions that were called.
  var called: [String] {
    let called: @convention(c) (Int32) -> UnsafePointer<CChar> = symbol("fake_called")
    return (0..<128).map { String(cString: called($0)) }.filter { !$0.isEmpty }
  }

  /// What was launched last, in words.
  var lastLaunch: String {
    let launch: @convention(c) () -> UnsafePointer<CChar> = symbol("fake_last_launch")
    return String(cString: launch())
  }

  /// What was loaded last: `PTX`, `the driver's machine code`, or another assembler's.
  var lastImage: String {
    let image: @convention(c) () -> UnsafePointer<CChar> = symbol("fake_last_image")
    return String(cString: image())
  }

  /// How many kernels were launched.
  var launchCount: Int {
    let launches: @convention(c) () -> Int = symbol("fake_launches")
    return launches()
  }

  /// The version of CUDA that it says it is for.
  let cudaVersion: String

  /// How many contexts are current on this thread, one over the other.
  var contextDepth: Int {
    let depth: @convention(c) () -> Int32 = symbol("fake_depth")
    return Int(depth())
  }

  /// The kinds of objects, none of which may be left over.
  static let kinds = [
    "context", "memory", "pinned", "module", "stream", "event", "link", "graph", "executable",
  ]

  private func symbol<Function>(_ name: String) -> Function {
    unsafeBitCast(
      dlsym(UnsafeMutableRawPointer(bitPattern: library), name)!, to: Function.self)
  }

  /// Copies the library to `path`.
  static func copy(to path: String) throws {
    try FileManager.default.copyItem(
      at: try compiled.get().file("libcuda.so"), to: URL(fileURLWithPath: path))
  }

  /// The library, compiled once for all tests.
  private static let compiled = Result {
    let folder = try TemporaryFolder()
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("FakeDriver/fake_cuda.c")
    try CCompiler.run([
      "-Wall", "-Wextra", "-Werror", "-O1", "-shared", "-fPIC", "-fvisibility=hidden", "-o",
      folder.file("libcuda.so").path, source.path, "-lpthread",
    ])
    return folder
  }
}
