// swift-tools-version: 6.2
import PackageDescription

// By its path, or with NEREID_REPOSITORY=URL by a version in that repository.
let nereid: Package.Dependency =
  if let url = Context.environment["NEREID_REPOSITORY"] {
    .package(url: url, exact: "0.0.1")
  } else {
    .package(name: "nereid", path: "../..")
  }

let package = Package(
  name: "UsesNereid",
  platforms: [.macOS(.v15)],
  dependencies: [nereid],
  targets: [
    .executableTarget(
      name: "UsesNereid", dependencies: [.product(name: "Nereid", package: "nereid")])
  ],
  swiftLanguageModes: [.v6]
)
