import KernelCache
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A process that uses a cache, for tests that kill it or take from it what it needs:
///
///     CacheStressTool work FOLDER      does a step for each byte of input, and reports each
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
      withoutRoomInFiles { compile(in: arguments[2]) }
    case "forbidden":
      // Nobody's number: permissions do not bind the superuser.
      if geteuid() == 0 { guard setgid(65534) == 0, setuid(65534) == 0 else { exit(2) } }
      for line in compile(in: arguments[2]) { print(line) }
    default: exit(2)
    }
  }

  /// Prints the lines of `body`, during which no file may grow.
  private static func withoutRoomInFiles(_ body: () -> [String]) {
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
    #else
      let resource = RLIMIT_FSIZE
    #endif
    var limit = rlimit()
    getrlimit(resource, &limit)
    var none = rlimit(rlim_cur: 0, rlim_max: limit.rlim_max)
    setrlimit(resource, &none)
    let lines = body()
    // What is printed may go to a file.
    setrlimit(resource, &limit)
    for line in lines { print(line) }
  }

  /// Compiles two kernels, asking for each twice, and says what came of it.
  private static func compile(in folder: String) -> [String] {
    let warnings = Mutex<[String]>([])
    let cache = KernelCache(path: folder) { fault in
      warnings.withLock { $0.append(fault.description) }
    }
    for number in [1, 2, 1, 2] {
      let found = cache.kernel(for: StressKernel.key(number)) { StressKernel.kernel(number) }
      if found.kernel != StressKernel.kernel(number) { exit(3) }
    }
    return ["\(cache.statistics.compilationCount) compiled"] + warnings.withLock { $0 }
  }

  private static func work(in path: String) {
    do throws(CacheFault) {
      let folder = try CacheFolder(path: path)
      var byte: UInt8 = 0
      while read(0, &byte, 1) == 1 {
        let number = Int.random(in: 0..<StressKernel.count)
        let key = StressKernel.key(number)
        let record = StressKernel.kernel(number).record
        let finding = try folder.find(key)
        // Said before the entry changes, so that a kill in answer to it often hits the change.
        write(1, &byte, 1)
        switch finding {
        case .absent: try folder.keep(record, for: key)
        // Nobody here writes anything but whole entries.
        case .damaged: exit(4)
        case .kept(let content):
          guard content == record, CachedKernel(record: content) != nil else { exit(5) }
          if Int.random(in: 0..<4) > 0 { try folder.remove("\(key).kernel") }
        }
        if Int.random(in: 0..<100) == 0 { try folder.sweep(byteLimit: 40_000) }
      }
    } catch {
      exit(6)
    }
  }
}
