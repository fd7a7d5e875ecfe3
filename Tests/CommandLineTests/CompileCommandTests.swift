import Foundation
import Testing
import ToolTesting

/// `nereid compile`: what it makes of files and of the package's kernels, and what it refuses.
struct CompileCommandTests {
  private let folder: TemporaryFolder
  private let add: String

  init() throws {
    folder = try TemporaryFolder()
    add = try folder.write(Kernels.add, to: "add.ttir").path
  }

  @Test(arguments: ["vectorAdd", "softmax", "matmul", "layerNorm", "rmsNorm"])
  func kernelsOfThePackageBecomePTX(kernel: String) throws {
    let result = try CommandLineTool.run("compile", "--demo", kernel, "--target", "sm_80")
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains(".target sm_80"))
    #expect(result.output.contains(".entry \(kernel)"), "\(result.output.prefix(600))")
  }

  @Test func typeOfElementsCanBeChosen() throws {
    let wide = try CommandLineTool.run(
      "compile", "--demo", "softmax", "--type", "f32", "--emit", "ttir")
    let narrow = try CommandLineTool.run("compile", "--demo", "softmax", "--emit", "ttir")
    #expect(wide.output.contains("!tt.ptr<f32>") && !wide.output.contains("bf16"))
    #expect(narrow.output.contains("!tt.ptr<bf16>"))
  }

  @Test func everyTileOfTheLaidOutTextNamesALayoutThatIsExplained() throws {
    let result = try CommandLineTool.run("compile", add, "--emit", "laid-out")
    #expect(result.code == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("// #0: register:") == true, "\(result.output)")
    let tiles = lines.filter { $0.contains(" = ") && $0.contains("tensor<128x") }
    #expect(!tiles.isEmpty)
    for line in tiles { #expect(line.contains("  // #"), "\(line)") }
    // Comments do not keep it from being read.
    let again = try folder.write(result.output, to: "laid-out.ttir").path
    let read = try CommandLineTool.run("opt", again)
    #expect(read.code == 0, "\(read.errors)")
  }

  @Test func headersHoldTheKernelAndItsParameters() throws {
    let header = try CommandLineTool.run("compile", add, "--emit", "c-header")
    #expect(header.code == 0, "\(header.errors)")
    #expect(header.output.contains("#include"))
    #expect(header.output.contains("add"))
    let file = folder.file("Add.swift")
    let swift = try CommandLineTool.run("compile", add, "--emit", "swift", "-o", file.path)
    #expect(swift.code == 0, "\(swift.errors)")
    #expect(swift.output.isEmpty)
    #expect(try String(contentsOf: file, encoding: .utf8).contains("public func launch("))
  }

  @Test func severalFilesAreWrittenToAFolderUnderTheirNames() throws {
    let other = try folder.write(Kernels.repeated, to: "twice.ttir").path
    let result = try CommandLineTool.run("compile", add, other, "-o", folder.url.path)
    #expect(result.code == 0, "\(result.errors)")
    for name in ["add.ptx", "twice.ptx"] {
      #expect(FileManager.default.fileExists(atPath: folder.file(name).path))
    }
  }

  @Test(arguments: ["cubin", "sass"])
  func absentAssemblerIsNamed(product: String) throws {
    let path = folder.file("ptxas").path
    let result = try CommandLineTool.run(
      "compile", add, "--emit", product, "--assembler", path, "--disassembler", "/bin/cat", "-o",
      folder.file("code").path)
    #expect(result.code == 1)
    #expect(result.errors.hasPrefix("error: no assembler at '\(path)'"), "\(result.errors)")
  }

  @Test func absentDisassemblerIsNamed() throws {
    let path = folder.file("nvdisasm").path
    let result = try CommandLineTool.run(
      "compile", add, "--emit", "sass", "--disassembler", path)
    #expect(result.code == 1)
    #expect(result.errors.hasPrefix("error: no disassembler at '\(path)'"), "\(result.errors)")
  }

  @Test func jsonHoldsTextAndErrors() throws {
    let bad = try folder.write(Kernels.mistyped, to: "bad.ttir").path
    let result = try CommandLineTool.run("compile", add, bad, "--json")
    #expect(result.code == 1)
    let report = try JSONDecoder().decode(CompileOutput.self, from: Data(result.output.utf8))
    #expect(report.files.map(\.kernel) == ["add", nil])
    #expect(report.files[0].text?.contains(".entry add") == true)
    #expect(report.files[1].errors.first?.contains("bad.ttir:17:") == true)
  }

  @Test func registersAreLimited() throws {
    let result = try CommandLineTool.run("compile", "--demo", "rmsNorm", "--registers", "64")
    #expect(result.code == 0)
    #expect(result.output.contains(".maxnreg 64\n"))
    // 1,024 threads share 65,536 registers.
    let large = try CommandLineTool.run(
      "compile", "--demo", "rmsNorm", "--registers", "128", "--warps", "32")
    #expect(large.output.contains(".maxnreg 64\n"))
  }

  @Test(arguments: [
    ([], "no kernel"),
    (["kernel.ttir", "--demo", "softmax"], "exclude each other"),
    (["--demo", "gelu"], "gelu"),
    (["--demo", "softmax", "--target", "sm_70"], "sm_70"),
    (["--demo", "softmax", "--warps", "3"], "--warps is 3"),
    (["--demo", "softmax", "--registers", "8"], "--registers is 8, expected 16 to 255"),
    (["--demo", "softmax", "--emit", "cubin"], "--output"),
    (["--demo", "softmax", "--emit", "llir"], "llir"),
  ])
  func wrongRequestIsRefused(words: [String], expected: String) throws {
    let result = try CommandLineTool.run(["compile"] + words)
    #expect(result.code == 64)
    #expect(result.errors.contains(expected), "\(result.errors)")
  }
}

/// What of the report the tests look at.
private struct CompileOutput: Decodable {
  struct File: Decodable {
    var kernel: String?
    var text: String?
    var errors: [String]
  }
  var files: [File]
}
