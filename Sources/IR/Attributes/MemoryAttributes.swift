/// Which caches a load or store uses.
public enum CacheModifier: Int32, KeywordAttribute {
  case none = 1, ca, cg, wb, cs, wt, cv

  public var keyword: String {
    switch self {
    case .none: "none"
    case .ca: "ca"
    case .cg: "cg"
    case .wb: "wb"
    case .cs: "cs"
    case .wt: "wt"
    case .cv: "cv"
    }
  }
}

/// How soon a cache line may leave the cache.
public enum EvictionPolicy: Int32, KeywordAttribute {
  case normal = 1, first, last

  public var keyword: String {
    switch self {
    case .normal: "evict_normal"
    case .first: "evict_first"
    case .last: "evict_last"
    }
  }
}

/// What a tile has where it reaches past the tensor.
public enum Padding: Int32, KeywordAttribute {
  case zero = 1, nan

  public var keyword: String { self == .zero ? "zero" : "nan" }
}

/// What an atomic operation does to memory.
public enum AtomicOperation: Int32, KeywordAttribute {
  case and = 1, or, xor, add, addFloat, max, min, maxUnsigned, minUnsigned, exchange

  public var keyword: String {
    switch self {
    case .and: "and"
    case .or: "or"
    case .xor: "xor"
    case .add: "add"
    case .addFloat: "fadd"
    case .max: "max"
    case .min: "min"
    case .maxUnsigned: "umax"
    case .minUnsigned: "umin"
    case .exchange: "exch"
    }
  }
}

/// What an atomic operation orders.
public enum MemoryOrdering: Int32, KeywordAttribute {
  case relaxed = 1, acquire, release, acquireRelease

  public var keyword: String {
    switch self {
    case .relaxed: "relaxed"
    case .acquire: "acquire"
    case .release: "release"
    case .acquireRelease: "acq_rel"
    }
  }
}

/// Who sees an atomic operation as one step.
public enum MemoryScope: Int32, KeywordAttribute {
  case gpu = 1, cta, system

  public var keyword: String {
    switch self {
    case .gpu: "gpu"
    case .cta: "cta"
    case .system: "sys"
    }
  }
}

/// How a tile is combined with a tensor in memory.
public enum DescriptorReduction: Int32, KeywordAttribute {
  case add = 1, min, max, increment, decrement, and, or, xor

  public var keyword: String {
    switch self {
    case .add: "add"
    case .min: "min"
    case .max: "max"
    case .increment: "inc"
    case .decrement: "dec"
    case .and: "and"
    case .or: "or"
    case .xor: "xor"
    }
  }
}
