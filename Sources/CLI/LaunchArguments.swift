import Arithmetic
import Foundation
import IR
import Interpreter
import Support

/// The arguments of one launch, read from the words of the command line.
struct LaunchArguments {
  private let parameters: [Type]
  private let names: [String]
  /// The position of the first parameter of each argument: a descriptor takes several.
  private let starts: [Int]
  private var arguments: [KernelArgument?]
  private var buffers: [Int: (id: BufferID, type: ScalarType)] = [:]
  var memory = Memory()

  init(parameters: [Type], names: [String]) {
    self.parameters = parameters
    self.names = names
    var starts: [Int] = []
    var position = 0
    while position < parameters.count {
      starts.append(position)
      if case .descriptor(let shape, _, _) = parameters[position] {
        position += 1 + 2 * shape.rank
      } else {
        position += 1
      }
    }
    self.starts = starts
    arguments = Array(repeating: nil, count: starts.count)
  }

  /// The arguments in order.
  ///
  /// - Requires: `read` succeeded.
  var values: [KernelArgument] { arguments.compactMap { $0 } }

  /// What the buffers hold.
  var summaries: [BufferSummary] {
    buffers.keys.sorted().compactMap { index in
      buffers[index].map {
        BufferSummary(name: name(index), type: $0.type, bytes: memory.bytes(of: $0.id))
      }
    }
  }

  mutating func read(_ words: [String]) throws {
    for word in words {
      let (index, text) = try target(of: word)
      arguments[index] = try argument(text, at: index)
    }
    let missing = arguments.indices.filter { arguments[$0] == nil }
    guard missing.isEmpty else {
      let list = missing.map { "'\(name($0))' of type \(parameters[starts[$0]])" }
      throw RunError("no --arg for \(list.joined(separator: ", "))")
    }
  }

  func checkOutput(_ word: String) throws { _ = try output(word) }

  /// Writes the buffer that `NAME=FILE` names.
  func write(_ word: String) throws {
    let (buffer, path) = try output(word)
    let bytes = memory.bytes(of: buffer.id)
    let content =
      path.hasSuffix(".npy") ? try NumPyFile(bytes: bytes, type: buffer.type).encoded() : bytes
    try writeFile(content, to: path)
  }

  private func output(_ word: String) throws -> (
    buffer: (id: BufferID, type: ScalarType), path: String
  ) {
    guard let equals = word.firstIndex(of: "=") else {
      throw RunError("--out is '\(word)', expected NAME=FILE")
    }
    let name = String(word[..<equals])
    guard let index = starts.indices.first(where: { self.name($0) == name }),
      let buffer = buffers[index]
    else { throw RunError("--out names '\(name)', which is no buffer of the kernel") }
    return (buffer, String(word[word.index(after: equals)...]))
  }

  private func name(_ index: Int) -> String {
    let start = starts[index]
    return start < names.count && !names[start].isEmpty ? names[start] : "\(index)"
  }

  /// The argument that a word is for, and what it says.
  private func target(of word: String) throws -> (index: Int, text: String) {
    if let equals = word.firstIndex(of: "=") {
      let name = String(word[..<equals])
      guard let index = starts.indices.first(where: { self.name($0) == name }) else {
        let known = starts.indices.map { self.name($0) }.joined(separator: ", ")
        throw RunError("--arg names '\(name)', but the kernel takes \(known)")
      }
      return (index, String(word[word.index(after: equals)...]))
    }
    guard let index = arguments.firstIndex(where: { $0 == nil }) else {
      throw RunError("--arg \(word) is one too many: the kernel takes \(starts.count)")
    }
    return (index, word)
  }

  private mutating func argument(_ text: String, at index: Int) throws -> KernelArgument {
    let type = parameters[starts[index]]
    switch type {
    case .element(.scalar(let scalar)):
      guard let bits = ArgumentPattern.bits(text, as: scalar) else {
        throw RunError("--arg for '\(name(index))' is '\(text)', expected a number of type \(type)")
      }
      return .scalar(bits: bits)
    case .element(.pointer(let pointer)):
      guard case .scalar(let scalar) = pointer.target else {
        throw RunError("cannot make an argument of type \(type)")
      }
      return .pointer(try addBuffer(text, of: scalar, at: index).id, offset: 0)
    case .descriptor(let block, let scalar, _):
      let (id, extents) = try addBuffer(text, of: scalar, at: index)
      guard extents.count == block.rank else {
        throw RunError(
          "--arg for '\(name(index))' has \(extents.count) extents, expected \(block.rank)")
      }
      return .descriptor(
        DescriptorArgument(
          base: id, offset: 0, shape: extents.map { Int64($0) },
          strides: Self.denseStrides(extents), padding: .zero))
    default:
      throw RunError("cannot make an argument of type \(type)")
    }
  }

  private static func denseStrides(_ extents: [Int]) -> [Int64] {
    var strides: [Int64] = []
    var next: Int64 = 1
    for extent in extents.reversed() {
      strides.append(next)
      next *= Int64(extent)
    }
    return strides.reversed()
  }

  private mutating func addBuffer(
    _ text: String, of scalar: ScalarType, at index: Int
  ) throws -> (id: BufferID, extents: [Int]) {
    let content = try ArgumentPattern.content(text, of: scalar)
    let id = memory.add(
      content.bytes, name: name(index), isInitialized: content.isInitialized)
    buffers[index] = (id, scalar)
    return (id, content.extents)
  }
}
