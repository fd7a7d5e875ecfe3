import IR
import Interpreter
import KernelLanguage
import Support

/// The interpreter's memory of one launch, with a copy of every buffer that is passed.
struct LaunchMemory {
  /// What the interpreter works on.
  var memory = Memory()
  private var buffers: [(storage: BufferStorage, id: BufferID)] = []

  /// Adds what `arguments` name, and returns them as the interpreter takes them.
  mutating func add(
    _ arguments: [LaunchArgument], of call: KernelCall
  ) throws(KernelError) -> [KernelArgument] {
    var result: [KernelArgument] = []
    for argument in arguments {
      switch argument.value {
      case .none: continue
      case .buffer(let storage, _) where storage.device != nil:
        throw call.onDevice(argument.name, storage)
      case .tensor(let tensor) where tensor.storage.device != nil:
        throw call.onDevice(argument.name, tensor.storage)
      case .number(let bits, _): result.append(.scalar(bits: bits))
      case .buffer(let storage, _):
        result.append(.pointer(add(storage, name: argument.name), offset: 0))
      case .tensor(let tensor):
        result.append(
          .descriptor(
            DescriptorArgument(
              base: add(tensor.storage, name: argument.name),
              offset: tensor.offset * tensor.element.byteWidth,
              shape: tensor.shape.map { Int64($0) }, strides: tensor.strides.map { Int64($0) },
              padding: tensor.padding == .zero ? .zero : .nan)))
      }
    }
    return result
  }

  /// Gives the buffers what the kernel wrote.
  func copyBack() {
    for (storage, id) in buffers { storage.assign(memory.bytes(of: id)) }
  }

  /// A buffer that is passed twice is there once.
  private mutating func add(_ storage: BufferStorage, name: String) -> BufferID {
    if let known = buffers.first(where: { $0.storage === storage }) { return known.id }
    let id = memory.add(storage.bytes, name: name, isInitialized: storage.isInitialized)
    buffers.append((storage, id))
    return id
  }
}

extension KernelCall {
  /// The error of an argument that the interpreter cannot reach.
  fileprivate func onDevice(_ name: String, _ storage: BufferStorage) -> KernelError {
    error(
      "argument '\(name)' is in the memory of \(storage.gpu?.name ?? "a device"), "
        + "but the interpreter works in the memory of the host")
  }
}
