/// SHA-256 (FIPS 180-4) over bytes that arrive in pieces.
package struct SHA256: Sendable {
  /// How many bytes are compressed at a time.
  private static let blockSize = 64

  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var schedule = [UInt32](repeating: 0, count: 64)
  /// Bytes that do not fill a block yet.
  private var rest: [UInt8] = []
  private var byteCount: UInt64 = 0

  /// A hash of nothing so far.
  package init() { rest.reserveCapacity(2 * Self.blockSize) }

  /// The digest of `bytes`.
  package static func digest(of bytes: [UInt8]) -> SHA256Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// Adds `bytes` to what is hashed.
  package mutating func update(_ bytes: [UInt8]) {
    byteCount += UInt64(bytes.count)
    var start = 0
    if !rest.isEmpty {
      start = min(Self.blockSize - rest.count, bytes.count)
      rest += bytes[..<start]
      guard rest.count == Self.blockSize else { return }
      compress(rest)
      rest.removeAll(keepingCapacity: true)
    }
    let whole = (bytes.count - start) / Self.blockSize * Self.blockSize
    if whole > 0 { compress(bytes, from: start, to: start + whole) }
    rest += bytes[(start + whole)...]
  }

  /// The digest of everything that was added.
  package consuming func finish() -> SHA256Digest {
    let bitCount = byteCount << 3
    var tail = rest
    tail.append(0x80)
    while tail.count % Self.blockSize != Self.blockSize - 8 { tail.append(0) }
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bitCount >> shift))
    }
    compress(tail)
    return SHA256Digest(words: state)
  }

  private mutating func compress(_ bytes: [UInt8]) { compress(bytes, from: 0, to: bytes.count) }

  /// Works whole blocks into the state.
  ///
  /// Through pointers, since what is cached is hashed before anything else happens.
  private mutating func compress(_ bytes: [UInt8], from start: Int, to end: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      state.withUnsafeMutableBufferPointer { state in
        schedule.withUnsafeMutableBufferPointer { schedule in
          roundConstants.withUnsafeBufferPointer { constants in
            guard let bytes = bytes.baseAddress, let state = state.baseAddress,
              let schedule = schedule.baseAddress, let constants = constants.baseAddress
            else { return }
            for block in stride(from: start, to: end, by: Self.blockSize) {
              compressBlock(bytes + block, into: state, schedule, constants)
            }
          }
        }
      }
    }
  }
}

/// One block: the message schedule, then 64 rounds (FIPS 180-4, 6.2.2).
private func compressBlock(
  _ block: UnsafePointer<UInt8>, into state: UnsafeMutablePointer<UInt32>,
  _ w: UnsafeMutablePointer<UInt32>, _ k: UnsafePointer<UInt32>
) {
  var t = 0
  while t < 16 {
    let i = 4 &* t
    w[t] =
      UInt32(block[i]) &<< 24 | UInt32(block[i &+ 1]) &<< 16 | UInt32(block[i &+ 2]) &<< 8
      | UInt32(block[i &+ 3])
    t = t &+ 1
  }
  while t < 64 {
    let x = w[t &- 15]
    let y = w[t &- 2]
    let s0 = (x &>> 7 | x &<< 25) ^ (x &>> 18 | x &<< 14) ^ (x &>> 3)
    let s1 = (y &>> 17 | y &<< 15) ^ (y &>> 19 | y &<< 13) ^ (y &>> 10)
    w[t] = w[t &- 16] &+ s0 &+ w[t &- 7] &+ s1
    t = t &+ 1
  }
  var (a, b, c, d) = (state[0], state[1], state[2], state[3])
  var (e, f, g, h) = (state[4], state[5], state[6], state[7])
  t = 0
  while t < 64 {
    let sum1 = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
    let choice = (e & f) ^ (~e & g)
    let first = h &+ sum1 &+ choice &+ k[t] &+ w[t]
    let sum0 = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
    let majority = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = d &+ first
    d = c
    c = b
    b = a
    a = first &+ sum0 &+ majority
    t = t &+ 1
  }
  state[0] = state[0] &+ a
  state[1] = state[1] &+ b
  state[2] = state[2] &+ c
  state[3] = state[3] &+ d
  state[4] = state[4] &+ e
  state[5] = state[5] &+ f
  state[6] = state[6] &+ g
  state[7] = state[7] &+ h
}

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
private let roundConstants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5,
  0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
  0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
  0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
  0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc,
  0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
  0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
  0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
  0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
  0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3,
  0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5,
  0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
  0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
