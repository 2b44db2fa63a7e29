// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "fovea",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "fovea", targets: ["FoveaCommand"]),
    .library(name: "Fovea", targets: ["Fovea"]),
    .library(name: "FoveaGraph", targets: ["FoveaGraph"]),
    .library(name: "FoveaNumerics", targets: ["FoveaNumerics"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "FoveaNumerics", swiftSettings: settings),
    .target(name: "FoveaGraph", swiftSettings: settings),
    .target(
      name: "Fovea", dependencies: ["FoveaGraph", "CLibYAML"], swiftSettings: settings),
    .executableTarget(
      name: "FoveaCommand",
      dependencies: [
        "Fovea", "FoveaGraph",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Zoo")],
      swiftSettings: settings),
    .testTarget(
      name: "FoveaNumericsTests", dependencies: ["FoveaNumerics"], resources: [.copy("Golden")],
      swiftSettings: settings),
    .testTarget(
      name: "FoveaGraphTests", dependencies: ["FoveaGraph"], resources: [.copy("Fixtures")], swiftSettings: settings),
    .testTarget(
      name: "FoveaTests", dependencies: ["Fovea", "FoveaGraph"], exclude: ["Report/Golden"],
      resources: [.copy("Fixtures")],
      swiftSettings: settings),
  ]
)
