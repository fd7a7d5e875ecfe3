#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How long the calling thread has had a processor, which other work on the machine does not add
/// to.
enum ThreadTime {
  /// The time so far, in seconds.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
