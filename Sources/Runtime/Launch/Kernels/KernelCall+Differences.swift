import IR
import KernelLanguage

extension KernelCall {
  /// What of `key`, which is this call's, is not as in `other`, in words.
  func differences(of key: CallKey, from other: CallKey) -> [String] {
    var result: [String] = []
    if key.options.warps != other.options.warps {
      result.append("\(key.options.warps) warps, before \(other.options.warps)")
    }
    if key.options.maximumRegisters != other.options.maximumRegisters {
      func limit(_ count: Int?) -> String {
        "\(count.map { "at most \($0)" } ?? "any number of") registers"
      }
      result.append(
        "\(limit(key.options.maximumRegisters)), before "
          + limit(other.options.maximumRegisters))
    }
    var (own, old) = (key.words[...], other.words[...])
    for argument in arguments {
      let (now, before) = (own.takeArgument(), old.takeArgument())
      if now != before {
        result.append(
          "argument '\(argument.name)' is \(Self.describe(now)), before \(Self.describe(before))")
      }
    }
    for constant in constexprs {
      // A constant that is no simple value has its hash there.
      let (now, before) = (own.take(2), old.take(2))
      if now != before {
        result.append("constant '\(constant.name)' is \(constant.value), before another value")
      }
    }
    return result
  }

  private static func describe(_ words: [UInt64]) -> String {
    guard let first = words.first else { return "not there" }
    let type = ScalarType(rawValue: UInt8(truncatingIfNeeded: first)).map(\.name) ?? "?"
    let name = (first >> 8 & 1 != 0 ? "unsigned " : "") + type
    let specialization =
      ArgumentSpecialization(rawValue: UInt8(truncatingIfNeeded: first >> 16)) ?? .none
    switch (first >> 32, specialization) {
    case (0, _): return "nil"
    case (1, .one): return "1 of \(name)"
    case (1, .multipleOf16): return "a multiple of 16 of \(name)"
    case (1, .none): return "any \(name)"
    case (2, .multipleOf16): return "an aligned address of \(name)"
    case (2, _): return "any address of \(name)"
    default: return "a tensor of \(name) in tiles of \(words.dropFirst(3).map { Int($0) })"
    }
  }
}

extension ArraySlice<UInt64> {
  /// Takes the words of one argument off the front.
  fileprivate mutating func takeArgument() -> [UInt64] {
    guard let first else { return [] }
    guard first >> 32 == 3, count > 2 else { return take(1) }
    return take(3 + Int(self[startIndex + 2]))
  }

  /// Takes `count` words off the front, or what there is.
  fileprivate mutating func take(_ count: Int) -> [UInt64] {
    defer { self = dropFirst(count) }
    return Array(prefix(count))
  }
}
