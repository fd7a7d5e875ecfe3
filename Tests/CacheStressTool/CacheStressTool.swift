import KernelCache
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A process that uses a cache, for tests that kill such processes or take from them what they need:
///
///     CacheStressTool work FOLDER      reads, writes and removes until it is killed; prints a dot a step
///     CacheStressTool limited FOLDER   compiles while no file may grow
///     CacheStressTool forbidden FOLDER compiles as a user without permissions
@main struct CacheStressTool {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { exit(2) }
    switch arguments[1] {
    case "work": work(in: arguments[2])
    case "limited":
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 0, rlim_max: 0)
      #if canImport(Glibc)
        let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
      #else
        let resource = RLIMIT_FSIZE
      #endif
      setrlimit(resource, &limit)
      compile(in: arguments[2])
    case "forbidden":
      // Nobody's number: permissions do not bind the superuser.
      if geteuid() == 0 { guard setgid(65534) == 0, setuid(65534) == 0 else { exit(2) } }
      compile(in: arguments[2])
    default: exit(2)
    }
  }

  /// Compiles two kernels, each twice, and prints what came of it.
  private static func compile(in folder: String) {
    let warnings = Mutex<[String]>([])
    let cache = KernelCache(path: folder) { fault in
      warnings.withLock { $0.append(fault.description) }
    }
    for number in [1, 2, 1, 2] {
      let kernel = cache.kernel(for: StressKernel.key(number)) { StressKernel.kernel(number) }.kernel
      if kernel != StressKernel.kernel(number) { exit(3) }
    }
    // What is printed may be a file too, so it goes through a pipe.
    print("\(cache.statistics.compilationCount) compiled")
    for warning in warnings.withLock({ $0 }) { print(warning) }
  }

  private static func work(in path: String) {
    let kernels = (0..<StressKernel.count).map { StressKernel.kernel($0) }
    let keys = (0..<StressKernel.count).map { StressKernel.key($0) }
    do throws(CacheFault) {
      let folder = try CacheFolder(path: path)
      while true {
        let number = Int.random(in: 0..<StressKernel.count)
        switch try folder.find(keys[number]) {
        case .absent: try folder.keep(kernels[number].record, for: keys[number])
        // Nobody here writes anything but whole entries.
        case .damaged: exit(4)
        case .kept(let content):
          guard CachedKernel(record: content) == kernels[number] else { exit(5) }
          if Int.random(in: 0..<4) == 0 { try folder.remove("\(keys[number]).kernel") }
        }
        if Int.random(in: 0..<200) == 0 { try folder.sweep(byteLimit: 400_000) }
        var dot = UInt8(ascii: ".")
        // Nobody listens any more: the test is over.
        if write(1, &dot, 1) != 1 { exit(0) }
      }
    } catch {
      exit(6)
    }
  }
}
