// swift-tools-version: 6.2
import CompilerPluginSupport
import Foundation
import PackageDescription

let package = Package(
  name: "nereid",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Nereid", targets: ["Nereid"]),
    .executable(name: "nereid", targets: ["CLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ] + SwiftSyntaxRoute.current.packageDependencies,
  targets: [
    // Foundations
    .target(name: "Support"),
    .target(name: "Layouts"),
    .target(
      name: "Arithmetic", dependencies: ["Support"], swiftSettings: SwiftSyntaxRoute.optimized),
    .target(name: "IR", dependencies: ["Support", "Arithmetic"]),

    // Meaning and transformation
    .target(
      name: "Interpreter", dependencies: ["Support", "Arithmetic", "IR"],
      swiftSettings: SwiftSyntaxRoute.optimized),
    .target(name: "Passes", dependencies: ["Support", "Arithmetic", "Layouts", "IR"]),
    .target(
      name: "Compiler", dependencies: ["Support", "IR", "Layouts", "Passes", "PTX", "PTXLowering"]),

    // Front ends
    .target(
      name: "TileSemantics", dependencies: ["Support", "Arithmetic", "IR"],
      path: "Sources/Frontends/TileSemantics"),
    .macro(
      name: "KernelMacro", dependencies: SwiftSyntaxRoute.current.targetDependencies,
      path: "Sources/Frontends/KernelMacro",
      swiftSettings: SwiftSyntaxRoute.current.swiftSettings + SwiftSyntaxRoute.unoptimized,
      linkerSettings: SwiftSyntaxRoute.current.linkerSettings),
    .target(
      name: "KernelLanguage",
      dependencies: ["Support", "Arithmetic", "IR", "TileSemantics", "KernelMacro"],
      path: "Sources/Frontends/KernelLanguage"),

    // Back ends
    .target(name: "PTX", dependencies: ["Support"], path: "Sources/Backends/PTX"),
    .target(
      name: "PTXLowering",
      dependencies: ["Support", "Arithmetic", "Layouts", "IR", "Passes", "PTX"],
      path: "Sources/Backends/PTXLowering"),
    .target(name: "CMatrixProducts", cSettings: SwiftSyntaxRoute.optimizedC),
    .target(
      name: "Emulator", dependencies: ["Support", "Arithmetic", "PTX", "CMatrixProducts"],
      swiftSettings: SwiftSyntaxRoute.optimized),

    // Running
    .target(name: "CUDADriver", path: "Sources/Runtime/CUDADriver"),
    .target(
      name: "Assembler", dependencies: ["Support", "PTX"], path: "Sources/Runtime/Assembler",
      swiftSettings: SwiftSyntaxRoute.unoptimized),
    .target(
      name: "KernelCache", dependencies: ["Support", "IR", "PTX", "Compiler", "Assembler"],
      path: "Sources/Runtime/KernelCache", swiftSettings: SwiftSyntaxRoute.unoptimized),
    .target(
      name: "Launch",
      dependencies: [
        "Support", "Arithmetic", "IR", "PTX", "Emulator", "Interpreter", "Compiler",
        "KernelLanguage", "CUDADriver", "Assembler", "KernelCache",
      ],
      path: "Sources/Runtime/Launch"),
    .target(name: "Kernels", dependencies: ["KernelLanguage"]),
    .target(name: "Nereid", dependencies: ["KernelLanguage", "Launch", "Kernels"]),

    // Tools
    .target(
      name: "Conformance",
      dependencies: [
        "Support", "Arithmetic", "IR", "Interpreter", "PTX", "Emulator", "Compiler",
        "CUDADriver",
      ]),
    .executableTarget(
      name: "CLI",
      dependencies: [
        "Support", "Arithmetic", "Layouts", "IR", "Interpreter", "PTX", "Passes", "Compiler",
        "Launch", "Kernels", "KernelLanguage", "Assembler", "KernelCache", "Conformance",
        "CUDADriver",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: SwiftSyntaxRoute.unoptimized),

    // Tests
    .target(
      name: "FileTesting",
      dependencies: ["Support", "IR", "Passes", "Interpreter", "Compiler"],
      path: "Tests/FileTesting"),
    .target(
      name: "KernelGenerator",
      dependencies: ["Support", "Arithmetic", "IR", "Interpreter", "Passes"],
      path: "Tests/KernelGenerator"),
    .target(name: "RandomTesting", path: "Tests/RandomTesting"),
    .target(name: "ToolTesting", dependencies: ["PTX"], path: "Tests/ToolTesting"),
    .testTarget(name: "SupportTests", dependencies: ["Support"]),
    .testTarget(name: "LayoutsTests", dependencies: ["Layouts"]),
    .testTarget(name: "ArithmeticTests", dependencies: ["Arithmetic", "RandomTesting"]),
    .testTarget(name: "IRTests", dependencies: ["Support", "IR"]),
    .testTarget(
      name: "FileTests",
      dependencies: ["FileTesting", "Support", "IR", "Passes", "Compiler", "RandomTesting"],
      exclude: ["Cases"]),
    .testTarget(
      name: "MalformedInputTests", dependencies: ["Support", "IR", "CLI", "ToolTesting"],
      exclude: ["Cases"]),
    .testTarget(
      name: "InterpreterTests", dependencies: ["Support", "IR", "Interpreter", "Arithmetic"]),
    .testTarget(
      name: "KernelGeneratorTests",
      dependencies: ["KernelGenerator", "Support", "Arithmetic", "IR", "Interpreter"]),
    .testTarget(
      name: "PassesTests",
      dependencies: ["Passes", "Interpreter", "IR", "Support", "Arithmetic", "RandomTesting"]),
    .testTarget(name: "PTXTests", dependencies: ["PTX", "Support", "ToolTesting"]),
    .testTarget(
      name: "PTXLoweringTests",
      dependencies: [
        "PTXLowering", "PTX", "Compiler", "Emulator", "Interpreter", "IR", "Arithmetic", "Support",
        "KernelGenerator", "RandomTesting", "ToolTesting",
      ]),
    .testTarget(
      name: "RuntimeTests",
      dependencies: [
        "CUDADriver", "Launch", "Kernels", "KernelLanguage", "Compiler", "PTX", "IR", "Support",
        "Assembler", "KernelCache", "ToolTesting", "LaunchTool",
      ],
      exclude: ["FakeDriver"]),
    .executableTarget(
      name: "LaunchTool", dependencies: ["Nereid", "Launch", "Kernels"], path: "Tests/LaunchTool"),
    .testTarget(
      name: "EmulatorTests",
      dependencies: [
        "Emulator", "CMatrixProducts", "PTX", "Support", "Arithmetic", "RandomTesting",
      ],
      exclude: ["Cases", "Instructions"]),
    .testTarget(
      name: "TileSemanticsTests", dependencies: ["TileSemantics", "Interpreter", "IR", "Support"]),
    .testTarget(
      name: "KernelMacroTests",
      dependencies: ["KernelMacro"] + SwiftSyntaxRoute.current.testDependencies,
      exclude: ["Expansions", "Compiled"],
      swiftSettings: SwiftSyntaxRoute.current.swiftSettings,
      linkerSettings: SwiftSyntaxRoute.current.linkerSettings),
    .testTarget(
      name: "KernelLanguageTests",
      dependencies: ["Nereid", "KernelLanguage", "Launch", "IR", "Support", "TileSemantics"],
      exclude: ["Mistakes.expected", "TypeErrors"]),
    .testTarget(
      name: "ConformanceTests",
      dependencies: [
        "Conformance", "Compiler", "Assembler", "PTX", "IR", "Support", "ToolTesting",
      ],
      exclude: ["Cases"]),
    .testTarget(
      name: "AssemblerTests", dependencies: ["Assembler", "PTX", "Support", "ToolTesting"]),
    .executableTarget(
      name: "CacheStressTool",
      dependencies: ["KernelCache", "Assembler", "Compiler", "IR", "PTX", "Support"],
      path: "Tests/CacheStressTool"),
    .testTarget(
      name: "KernelCacheTests",
      dependencies: [
        "KernelCache", "Assembler", "Compiler", "IR", "PTX", "Support", "ToolTesting",
        "CacheStressTool",
      ]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["CLI", "ToolTesting", "KernelCache", "Compiler", "PTX", "Support"]),
    .testTarget(name: "ConventionTests"),
  ] + fuzzTargets,
  swiftLanguageModes: [.v6]
)

/// The parser's fuzz target, declared only for `Scripts/fuzz`: it links against libFuzzer, which an
/// ordinary build does not bring in.
var fuzzTargets: [Target] {
  guard Context.environment["NEREID_FUZZ"] == "1" else { return [] }
  return [
    .executableTarget(
      name: "ParserFuzzer", dependencies: ["Support", "IR"], path: "Fuzz/ParserFuzzer",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ]
}

/// Where the macro plug-in takes SwiftSyntax from.
///
/// The toolchain that builds this package ships SwiftSyntax as shared libraries, which makes a
/// release build take seconds where the `swift-syntax` package takes ten minutes. It needs unsafe
/// flags and relies on the layout of the toolchain's folders, so a package that depends on a version
/// of this one gets the `swift-syntax` package, which every toolchain can build.
/// `NEREID_SWIFT_SYNTAX=package` or `=toolchain` overrides the choice.
enum SwiftSyntaxRoute {
  case toolchain(libraries: String)
  case package

  static let current: SwiftSyntaxRoute = {
    switch Context.environment["NEREID_SWIFT_SYNTAX"] {
    case "package": return .package
    case "toolchain": break
    default: if isVersionedDependency { return .package }
    }
    for folder in (Context.environment["PATH"] ?? "").split(separator: ":") {
      let compiler = URL(fileURLWithPath: "\(folder)/swiftc")
      guard FileManager.default.fileExists(atPath: compiler.path) else { continue }
      let usr = compiler.resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
      let libraries = usr.path + "/lib/swift/host"
      if FileManager.default.fileExists(atPath: libraries) {
        return .toolchain(libraries: libraries)
      }
    }
    return .package
  }()

  /// Whether SwiftPM reads this manifest for a package that depends on a version of this one.
  ///
  /// While SwiftPM chooses versions it reads the manifest out of the repository, and the package's
  /// folder is `/`; later the package lies in `checkouts`, beside `repositories`. Both readings must
  /// name the same dependencies.
  private static var isVersionedDependency: Bool {
    let folder = URL(fileURLWithPath: Context.packageDirectory)
    if folder.path == "/" { return true }
    let parent = folder.deletingLastPathComponent()
    let repositories = parent.deletingLastPathComponent().appendingPathComponent("repositories")
    return parent.lastPathComponent == "checkouts"
      && FileManager.default.fileExists(atPath: repositories.path)
  }

  var packageDependencies: [Package.Dependency] {
    guard case .package = self else { return [] }
    return [.package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1")]
  }

  var targetDependencies: [Target.Dependency] {
    guard case .package = self else { return [] }
    return [
      "SwiftSyntaxMacros", "SwiftOperators", "SwiftDiagnostics", "SwiftSyntaxBuilder",
      "SwiftCompilerPlugin",
    ].map { .product(name: $0, package: "swift-syntax") }
  }

  /// What the macro's tests need beside the macro.
  var testDependencies: [Target.Dependency] {
    guard case .package = self else { return [] }
    return [.product(name: "SwiftSyntaxMacroExpansion", package: "swift-syntax")]
  }

  /// For targets that run kernels: they are optimized in debug builds as well, since the tests run
  /// many thousand kernels. Unsafe flags are refused in a versioned dependency.
  static var optimized: [SwiftSetting] {
    isVersionedDependency ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))]
  }

  /// The same for C.
  static var optimizedC: [CSetting] {
    isVersionedDependency ? [] : [.unsafeFlags(["-O2"], .when(configuration: .debug))]
  }

  /// For targets that a release build spends a sixth of its time on and whose own code matters
  /// little to how fast kernels are compiled and launched: the macro plug-in, what waits for disks
  /// and assemblers, and the command line with its references in plain Swift.
  static var unoptimized: [SwiftSetting] {
    isVersionedDependency ? [] : [.unsafeFlags(["-Onone"], .when(configuration: .release))]
  }

  var swiftSettings: [SwiftSetting] {
    guard case .toolchain(let libraries) = self else { return [.define("SWIFT_SYNTAX_PACKAGE")] }
    return [.unsafeFlags(["-I", libraries])]
  }

  var linkerSettings: [LinkerSetting] {
    guard case .toolchain(let libraries) = self else { return [] }
    return [
      .unsafeFlags([
        "-L", libraries, "-lSwiftSyntax", "-lSwiftSyntaxMacros", "-lSwiftSyntaxBuilder",
        "-lSwiftSyntaxMacroExpansion", "-lSwiftDiagnostics", "-lSwiftOperators",
        "-lSwiftCompilerPluginMessageHandling",
        "-lSwiftParser", "-lSwiftBasicFormat",
        "-Xlinker", "-rpath", "-Xlinker", libraries,
      ])
    ]
  }
}
