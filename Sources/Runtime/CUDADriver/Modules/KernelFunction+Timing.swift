extension KernelFunction {
  /// How long the driver's call takes for `count` launches in a row, with nothing of this package
  /// around it: what a launch through the package is to be compared with.
  package func duration(
    ofLaunches count: Int, _ launch: BlockLaunch, on stream: Stream,
    parameters: UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>
  ) throws(DriverError) -> Duration {
    let driver = context.driver
    let (grid, block) = (launch.grid, launch.block)
    return try context.performRepeatedly { () throws(DriverError) in
      let call = driver.streams.cuLaunchKernel
      var code: Int32 = 0
      let start = ContinuousClock.now
      for _ in 0..<count where code == 0 {
        code = call(
          handle, grid.x, grid.y, grid.z, block.x, block.y, block.z, launch.sharedByteCount,
          stream.handle, parameters.baseAddress, nil)
      }
      let duration = ContinuousClock.now - start
      try driver.check(code, "cuLaunchKernel", describe(launch))
      return duration
    }
  }
}
