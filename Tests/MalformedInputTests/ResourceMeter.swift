#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the calling thread and the process have used so far.
enum ResourceMeter {
  /// Processor time of the calling thread, in seconds. Does not grow while other tests run.
  static var threadSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The most memory the process has had resident, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024  // Linux counts in KiB, Darwin in bytes.
    #else
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }
}
