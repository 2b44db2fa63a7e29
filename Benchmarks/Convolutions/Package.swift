// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "convolutions",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "fovea", path: "../..")],
  targets: [
    .target(name: "CPeak"),
    .executableTarget(
      name: "convolutions", dependencies: ["CPeak", .product(name: "FoveaNumerics", package: "fovea")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
  ]
)
