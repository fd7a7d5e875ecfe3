import Foundation
import Testing
import ToolTesting

/// Processes that launch as any program does: what the environment decides, and what is kept where.
#if os(Linux)
  @Suite struct LaunchProcessTests {
    private let folder: TemporaryFolder
    private let home: URL

    init() throws {
      folder = try TemporaryFolder()
      home = folder.file("home")
      try FakeDriver.copy(to: folder.file("libcuda.so.1").path)
    }

    @Test func theSecondProcessReadsWhatTheFirstKept() throws {
      for origin in ["compiler", "disk"] {
        let result = try run(["NEREID_CACHE": ""])
        #expect(result.output == "\(origin) driver 12.8\n\(origin) driver 12.8\n")
        #expect(result.errors.isEmpty)
      }
      #expect(try names(in: ".cache/nereid").count == 2)
    }

    @Test func theFolderCanBeNamed() throws {
      let cache = folder.file("kernels").path
      for origin in ["compiler", "disk"] {
        let result = try run(["NEREID_CACHE": cache])
        #expect(result.output.hasPrefix(origin), "\(result)")
      }
      #expect(!FileManager.default.fileExists(atPath: home.path))
      // What exceeds the room is removed when it is written.
      let result = try run(["NEREID_CACHE": cache, "NEREID_CACHE_LIMIT": "0"])
      #expect(result.errors.isEmpty, "\(result)")
    }

    @Test func nothingIsKeptOnRequest() throws {
      for _ in 0..<2 {
        let result = try run(["NEREID_CACHE": "off"])
        #expect(result.output.hasPrefix("compiler"), "\(result)")
        #expect(result.errors.isEmpty)
      }
      #expect(!FileManager.default.fileExists(atPath: home.path))
    }

    @Test(arguments: [
      (
        ["NEREID_CACHE": "kernels"],
        "NEREID_CACHE is 'kernels', expected a path from the root on, or off"
      ),
      (
        ["NEREID_CACHE": "", "NEREID_CACHE_LIMIT": "much"],
        "NEREID_CACHE_LIMIT is 'much', expected a number of bytes such as 1000000, 64KiB, 256MiB "
          + "or 2GiB"
      ),
      (
        ["NEREID_CACHE": "/dev/null/kernels"],
        "cannot write '/dev/null/kernels': no such file or folder"
      ),
    ])
    func aFaultIsReportedOnceAndTheLaunchWorks(
      environment: [String: String], fault: String
    ) throws {
      let result = try run(environment)
      #expect(result.output == "compiler driver 12.8\ncompiler driver 12.8\n")
      #expect(result.errors == "nereid: compiled kernels are not kept: \(fault)\n")
    }

    @Test func anotherReleaseOfTheDriverAssemblesAnew() throws {
      let link = folder.file("libcuda.so.1")
      for release in ["570.86.15", "580.65.06"] {
        let library = folder.file("libcuda.so.\(release)")
        try FakeDriver.copy(to: library.path)
        try FileManager.default.removeItem(at: link)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: library)
        for origin in ["compiler", "disk"] {
          let result = try run(["NEREID_CACHE": ""])
          #expect(result.output.hasPrefix(origin), "\(release): \(result)")
        }
      }
    }

    @Test func theAssemblerCanBeNamed() throws {
      let driver = try run(["NEREID_ASSEMBLER": "driver"])
      #expect(driver.output.hasPrefix("compiler driver 12.8"), "\(driver)")
      let missing = try run(["NEREID_ASSEMBLER": "/nowhere/ptxas"])
      #expect(
        missing.output == "error: no assembler at '/nowhere/ptxas': no such file or folder; "
          + "NEREID_ASSEMBLER names it\n")
    }

    private func run(_ environment: [String: String]) throws -> CommandLineTool.Result {
      try CommandLineTool.run(
        program: "LaunchTool",
        environment: [
          "LD_LIBRARY_PATH": folder.url.path, "HOME": home.path, "XDG_CACHE_HOME": "",
        ].merging(environment) { $1 })
    }

    private func names(in path: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: home.appendingPathComponent(path).path)
    }
  }
#endif
