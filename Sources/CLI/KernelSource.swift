import IR
import KernelLanguage
import PTX
import Support

/// Where a kernel comes from that is to be compiled: a file, or this package.
enum KernelSource {
  case file(String)
  case library(LibraryKernel, LibraryKernel.ElementType)

  /// What reports call it.
  var name: String {
    switch self {
    case .file(let path): path
    case .library(let kernel, _): kernel.rawValue
    }
  }

  /// The kernel as a module, traced for `target` if it is written in Swift.
  ///
  /// - Throws: what cannot be read, or what is wrong with the text or the kernel.
  func module(for target: PTXTarget) throws -> Module {
    switch self {
    case .file(let path):
      let module = try Module.parse(try SourceText(file: path))
      try module.requireWellFormed()
      return module
    case .library(let kernel, let type):
      let number = Int(target.number)
      return try kernel.call(type).module(for: .cuda(number / 10, number % 10))
    }
  }
}
