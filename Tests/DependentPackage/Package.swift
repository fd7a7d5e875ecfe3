// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "UsesNereid",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "nereid", path: "../..")],
  targets: [
    .executableTarget(
      name: "UsesNereid", dependencies: [.product(name: "Nereid", package: "nereid")],
      exclude: ["Softmax.swift"])
  ],
  swiftLanguageModes: [.v6]
)
