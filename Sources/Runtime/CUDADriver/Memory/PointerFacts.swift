/// What the driver knows of an address.
package struct PointerFacts: Hashable, Sendable {
  /// Where an address may point.
  package enum Place: Hashable, Sendable {
    /// Into memory of the host that the driver does not know.
    case unknown
    /// Into memory of the host that the driver pinned.
    case host
    /// Into memory of a device.
    case device
    /// Into memory that moves between the host and the devices.
    case managed
  }

  /// Where the address points.
  package var place: Place
  /// The device that the memory belongs to, counted from 0.
  package var deviceIndex: Int?

  /// An address that points to `place`.
  package init(place: Place, deviceIndex: Int? = nil) {
    (self.place, self.deviceIndex) = (place, deviceIndex)
  }
}

extension Context {
  /// What the driver knows of `address`.
  package func facts(of address: DeviceAddress) throws(DriverError) -> PointerFacts {
    try perform { () throws(DriverError) in
      var type: UInt32 = 0
      let code = driver.memory.cuPointerGetAttribute(&type, Self.memoryType, address)
      if code == DriverCode.invalidValue { return PointerFacts(place: .unknown) }
      try driver.check(code, "cuPointerGetAttribute", "the kind of memory")
      var managed: UInt32 = 0
      try driver.check(
        driver.memory.cuPointerGetAttribute(&managed, Self.isManaged, address),
        "cuPointerGetAttribute", "whether the memory is managed")
      var ordinal: Int32 = -1
      try driver.check(
        driver.memory.cuPointerGetAttribute(&ordinal, Self.deviceOrdinal, address),
        "cuPointerGetAttribute", "the device")
      let place: PointerFacts.Place =
        managed != 0 ? .managed : type == Self.hostMemory ? .host : .device
      return PointerFacts(place: place, deviceIndex: ordinal < 0 ? nil : Int(ordinal))
    }
  }

  // `CU_POINTER_ATTRIBUTE_MEMORY_TYPE`, `_IS_MANAGED`, `_DEVICE_ORDINAL`; `CU_MEMORYTYPE_HOST`.
  private static let memoryType: Int32 = 2
  private static let isManaged: Int32 = 8
  private static let deviceOrdinal: Int32 = 9
  private static let hostMemory: UInt32 = 1
}
