/// How long the host takes for one launch of a small kernel, in microseconds.
struct LaunchTimes: Encodable {
  /// Of a call that is made once and launched again and again.
  var launch: Double
  /// Of a call that is made anew, from its arguments, for each launch.
  var call: Double
  /// Of the driver's call alone.
  var driver: Double
}
