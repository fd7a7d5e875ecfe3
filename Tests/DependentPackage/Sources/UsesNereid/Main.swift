import Nereid

/// A program of somebody who uses the package.
@main struct Main {
  static func main() {
    print("a package that depends on Nereid builds and runs")
  }
}
