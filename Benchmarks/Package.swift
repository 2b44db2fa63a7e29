// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "fovea-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "fovea", path: ".."),
    .package(url: "https://github.com/google/swift-benchmark", from: "0.1.2"),
  ],
  targets: [
    .target(name: "CYAMLEvents", linkerSettings: [.linkedLibrary("yaml")]),
    .executableTarget(
      name: "PhaseBenchmarks",
      dependencies: [
        "CYAMLEvents",
        .product(name: "Fovea", package: "fovea"),
        .product(name: "FoveaGraph", package: "fovea"),
        .product(name: "Benchmark", package: "swift-benchmark"),
      ]),
    .executableTarget(name: "ProcessBenchmarks"),
  ]
)
