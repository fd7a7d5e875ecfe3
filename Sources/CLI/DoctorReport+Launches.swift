import Assembler
import Foundation
import KernelCache
import Launch
import Support

extension DoctorReport {
  /// What makes the machine code of launches.
  static var launchAssembler: Finding {
    let subject = "assembler of launches"
    guard case .file(let path) = KernelAssembler.standard else {
      return Finding(
        subject: subject, found: "the driver",
        meaning: "\(PTXAssembler.variable) names another: a path of ptxas or nvJitLink")
    }
    do {
      let assembler = try PTXAssembler(path: path)
      return Finding(
        subject: subject, found: path,
        meaning: "makes machine code, as \(PTXAssembler.variable) says: \(assembler.name)")
    } catch {
      return Finding(
        subject: subject, found: path,
        meaning: "launches fail, as \(PTXAssembler.variable) names it: \(error)")
    }
  }

  /// Where kernels are kept.
  static var kernelCache: Finding {
    let subject = "kernel cache"
    do {
      let location = try CacheLocation.ofThisProcess()
      guard let path = location.folder else {
        return Finding(
          subject: subject, found: "off",
          meaning: "each process compiles anew; \(CacheLocation.folderVariable) names a folder")
      }
      let isThere = FileManager.default.fileExists(atPath: path)
      let files = isThere ? try CacheFolder(path: path, isCreated: false).files() : []
      let entries = files.filter { !$0.isTemporary }
      let byteCount = entries.reduce(0) { $0 + $1.byteCount }
      return Finding(
        subject: subject, found: path,
        meaning: "keeps what is compiled for GPUs: \(entries.count) kernels, \(byteCount) of "
          + "\(location.byteLimit) bytes")
    } catch {
      return Finding(
        subject: subject, found: "unusable", meaning: "each process compiles anew: \(error)")
    }
  }
}
