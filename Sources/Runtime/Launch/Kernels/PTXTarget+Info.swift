import KernelLanguage
import PTX

extension PTXTarget {
  /// What a kernel that is traced for this target can ask.
  var info: TargetInfo { .cuda(Int(number) / 10, Int(number) % 10) }
}
