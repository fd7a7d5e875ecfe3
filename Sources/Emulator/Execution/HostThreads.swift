#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Threads of the host.
enum HostThreads {
  /// What a thread runs. A class because the C library passes it as an address.
  private final class Body {
    let number: Int
    let run: (Int) -> Void
    init(_ number: Int, _ run: @escaping (Int) -> Void) { (self.number, self.run) = (number, run) }
  }

  /// Runs `body` with each number below `count`, each in a thread of its own, and waits for all.
  static func run(count: Int, _ body: @escaping (Int) -> Void) {
    var threads: [pthread_t] = []
    for number in 1..<max(count, 1) {
      #if canImport(Glibc)
        var thread = pthread_t()
      #else
        var thread: pthread_t?
      #endif
      let argument = Unmanaged.passRetained(Body(number, body)).toOpaque()
      let code = pthread_create(
        &thread, nil,
        { argument in
          #if canImport(Glibc)
            guard let argument else { return nil }
          #endif
          let body = Unmanaged<Body>.fromOpaque(argument).takeRetainedValue()
          body.run(body.number)
          return nil
        }, argument)
      guard code == 0 else {
        // No thread: its share falls to the others.
        Unmanaged<Body>.fromOpaque(argument).release()
        continue
      }
      #if canImport(Glibc)
        threads.append(thread)
      #else
        if let thread { threads.append(thread) }
      #endif
    }
    body(0)
    for thread in threads { pthread_join(thread, nil) }
  }
}
