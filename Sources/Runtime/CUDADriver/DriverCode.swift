/// The codes of the driver that mean something here.
enum DriverCode {
  /// `CUDA_ERROR_NOT_INITIALIZED`
  static let notInitialized: Int32 = 3
  /// `CUDA_ERROR_NOT_READY`: no error, but work that has not ended yet.
  static let notReady: Int32 = 600
  /// `CUDA_ERROR_INVALID_VALUE`
  static let invalidValue: Int32 = 1
}
