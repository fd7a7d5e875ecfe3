import SwiftSyntaxMacros

#if SWIFT_SYNTAX_PACKAGE
  import SwiftCompilerPlugin

  /// The plug-in that the compiler starts.
  @main struct KernelMacroPlugin: CompilerPlugin {
    let providingMacros: [any Macro.Type] = [KernelMacro.self, DeviceMacro.self]
  }
#else
  @_spi(PluginMessage) import SwiftCompilerPluginMessageHandling

  /// The plug-in that the compiler starts.
  ///
  /// The toolchain has no module `SwiftCompilerPlugin`; this is what it does.
  @main struct KernelMacroPlugin: PluginProvider {
    func resolveMacro(moduleName: String, typeName: String) throws -> any Macro.Type {
      switch typeName {
      case "KernelMacro": return KernelMacro.self
      case "DeviceMacro": return DeviceMacro.self
      default: throw UnknownMacro()
      }
    }

    struct UnknownMacro: Error {}

    static func main() throws {
      let listener = try CompilerPluginMessageListener(
        connection: StandardIOMessageConnection(), provider: KernelMacroPlugin())
      try listener.main()
    }
  }
#endif
