import SwiftSyntaxMacros

#if SWIFT_SYNTAX_PACKAGE
  import SwiftCompilerPlugin

  @main struct KernelMacroPlugin: CompilerPlugin {
    let providingMacros: [any Macro.Type] = []
  }
#else
  @_spi(PluginMessage) import SwiftCompilerPluginMessageHandling

  @main struct KernelMacroPlugin: PluginProvider {
    func resolveMacro(moduleName: String, typeName: String) throws -> any Macro.Type {
      throw UnknownMacro()
    }

    struct UnknownMacro: Error {}

    static func main() throws {
      let listener = try CompilerPluginMessageListener(
        connection: StandardIOMessageConnection(), provider: KernelMacroPlugin())
      try listener.main()
    }
  }
#endif
