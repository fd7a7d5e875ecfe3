import Support

/// Where assemblers are looked for, and what was found there.
///
/// What the caller names comes first and is final: if it cannot be used, nothing else takes its
/// place. Then come the folders of `PATH`, the folders that Python's wheels put `ptxas` in, and
/// those of NVIDIA's toolkit. nvJitLink, which runs in this process, is used only where it is
/// named.
package struct AssemblerSearch: Sendable {
  /// The program or library that the caller names, or `driver`.
  package var named: String?
  /// The folders of `PATH`, in order.
  package var path: [String]
  /// The folder with the user's own files, whose Python packages count.
  package var home: String?
  /// The folder of a virtual environment of Python's.
  package var virtualEnvironment: String?
  /// Where temporary files go.
  package var scratchFolder: String

  /// A search for what `named` says, or for an assembler in the other places.
  package init(
    named: String? = nil, path: [String] = [], home: String? = nil,
    virtualEnvironment: String? = nil, scratchFolder: String = "/tmp"
  ) {
    (self.named, self.path, self.home) = (named, path, home)
    (self.virtualEnvironment, self.scratchFolder) = (virtualEnvironment, scratchFolder)
  }

  /// The first assembler that can be used.
  /// - Throws: an `AssemblerError` that says what is wrong with what was named, or where nothing
  ///   is.
  package func first() throws(AssemblerError) -> PTXAssembler {
    if let named { return try PTXAssembler(named: named, scratchFolder: scratchFolder) }
    for candidate in candidates {
      if let assembler = try? PTXAssembler(path: candidate.path, scratchFolder: scratchFolder) {
        return assembler
      }
    }
    throw AssemblerError.notFound(
      path: "ptxas", reason: "it lies neither in PATH nor where wheels or toolkits put it")
  }

  /// Every place that has something, in the order in which it is asked, with what came of it.
  package func findings() -> [AssemblerFinding] {
    let places =
      named.map { [(place: AssemblerFinding.Place.named, path: $0)] } ?? []
    return (places + (named == nil ? candidates : [])).map { candidate in
      var finding = AssemblerFinding(place: candidate.place, path: candidate.path)
      do throws(AssemblerError) {
        let assembler = try PTXAssembler(named: candidate.path, scratchFolder: scratchFolder)
        finding.identity = assembler.identity
      } catch {
        finding.refusal = error
      }
      return finding
    }
  }

  /// Files called `ptxas`, without those that are not there.
  private var candidates: [(place: AssemblerFinding.Place, path: String)] {
    var found: [(place: AssemblerFinding.Place, path: String)] = []
    func look(_ place: AssemblerFinding.Place, _ folders: [String]) {
      for folder in folders {
        let path = "\(folder)/ptxas"
        if fileExists(at: path), !found.contains(where: { $0.path == path }) {
          found.append((place, path))
        }
      }
    }
    // An empty entry would mean the working folder, which others may control.
    look(.path, path.filter { $0.hasPrefix("/") })
    look(.wheel, pythonPackages.flatMap { packages in wheelFolders.map { "\(packages)/\($0)" } })
    look(.toolkit, toolkitFolders)
    return found
  }

  /// The folders that Python keeps packages in.
  private var pythonPackages: [String] {
    let prefixes =
      [virtualEnvironment, home.map { "\($0)/.local" }].compactMap { $0 } + ["/usr/local", "/usr"]
    return prefixes.flatMap { prefix in
      let libraries = ((try? listDirectory(at: "\(prefix)/lib")) ?? []).filter {
        $0.hasPrefix("python3")
      }
      return libraries.flatMap { library in
        ["site-packages", "dist-packages"].map { "\(prefix)/lib/\(library)/\($0)" }
      }
    }
  }

  /// The folders of `/usr/local/cuda` and of each version beside it, newest first.
  private var toolkitFolders: [String] {
    let versions = ((try? listDirectory(at: "/usr/local")) ?? []).filter { $0.hasPrefix("cuda-") }
    return ["/usr/local/cuda/bin"] + versions.reversed().map { "/usr/local/\($0)/bin" }
      + ["/opt/cuda/bin"]
  }
}

/// Where wheels that carry `ptxas` put it.
private let wheelFolders = [
  "nvidia/cu13/bin", "nvidia/cuda_nvcc/bin", "triton/backends/nvidia/bin",
]
