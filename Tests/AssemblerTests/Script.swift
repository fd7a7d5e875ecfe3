import Assembler
import Foundation
import ToolTesting

/// A program that passes for an assembler until it is to assemble.
struct Script {
  let path: String
  /// Keeps the program.
  private let folder: TemporaryFolder

  /// A program in `folder` that runs `commands` instead of assembling.
  init(in folder: TemporaryFolder, _ commands: String) throws {
    let text = """
      #!/bin/sh
      if [ "$1" = --version ]; then
        echo "ptxas: NVIDIA (R) Ptx optimizing assembler"
        echo "Cuda compilation tools, release 1.2, V1.2.3"
        exit 0
      fi
      \(commands)
      """
    path = try folder.write(text, to: "script").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    self.folder = folder
  }

  /// The program as an assembler.
  func program(scratchFolder: String = "/tmp") throws -> AssemblerProgram {
    try AssemblerProgram(path: path, scratchFolder: scratchFolder)
  }
}
