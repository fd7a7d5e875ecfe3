import Compiler
import IR
import KernelLanguage

extension PrecompiledKernel {
  /// What a launch passes for a parameter.
  public struct Argument: Sendable {
    let kind: EntryParameter.Kind
    let bits: UInt64
    private let storage: BufferStorage?

    /// The address of `buffer`, which is in the GPU's memory; a null pointer for `nil`.
    public static func buffer(_ buffer: Buffer<some TileElement>?) -> Argument {
      Argument(
        kind: .pointer, bits: buffer?.storage.device?.address ?? 0, storage: buffer?.storage)
    }

    /// The number `value`.
    public static func number<Element: TileElement>(_ value: Element) -> Argument {
      Argument(kind: .scalar(Element.scalarType), bits: value.tileBits, storage: nil)
    }

    /// What is wrong with passing this for `parameter` on `gpu`, in words behind its name.
    func problem(for parameter: Parameter, on gpu: GPU) -> String? {
      guard kind == parameter.entry.kind else {
        return "is \(kind.text), expected \(parameter.entry.kind.text)"
      }
      if let storage {
        guard let place = storage.gpu else { return "is in the memory of the host" }
        guard place == gpu else { return "is in the memory of \(place.name)" }
      }
      if let known = parameter.knownValue, bits != known {
        return "is \(bits), but the kernel was compiled for \(known)"
      }
      let divisor = UInt64(max(1, parameter.entry.divisibility))
      if bits % divisor != 0 {
        return "is no multiple of \(divisor), for which the kernel was compiled"
      }
      return nil
    }
  }
}

extension EntryParameter.Kind {
  /// What a message calls it.
  fileprivate var text: String {
    switch self {
    case .pointer: "an address"
    case .scalar(let type): type.name
    }
  }
}
