// Everything that a program with kernels needs: the language, launches and ready-made kernels.

@_exported import KernelLanguage
@_exported import Kernels
@_exported import Launch
