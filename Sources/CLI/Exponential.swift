import Foundation

/// e to the power `x`, of the C library: for references, where `exp` is the kernel language's.
func exponential(_ x: Double) -> Double { Foundation.exp(x) }
