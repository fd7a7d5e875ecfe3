import ArgumentParser

/// What `nereid compile` makes of a kernel.
enum KernelProduct: String, ExpressibleByArgument, CaseIterable {
  case ttir
  case laidOut = "laid-out"
  case ptx, cubin, sass
  case cHeader = "c-header"
  case swift
  case nothing

  /// How the name of a file that holds it ends.
  var fileExtension: String {
    switch self {
    case .ttir, .laidOut, .nothing: "ttir"
    case .ptx, .cubin, .sass, .swift: rawValue
    case .cHeader: "h"
    }
  }
}
