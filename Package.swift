// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  // The modules are one program: small functions are inlined, and generic ones specialized, across their borders.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

// The kernels are compiled once per instruction set, from one folder. They work on raw pointers that their callers have
// checked, so they are optimized in debug builds too; since tools version 6.2 such flags keep nobody from depending on
// a version of this package. After a file is added there, touch this manifest: an existing build does not look behind
// the links. Small functions are inlined across files only if a module is compiled as a whole.
let kernelSettings = settings + [.unsafeFlags(["-O", "-wmo", "-num-threads", "2"], .when(configuration: .debug))]

// What computes on many numbers is optimized in debug builds too: tests of it would take minutes.
let numericSettings = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

#if arch(x86_64)
  let wideKernels: [Target] = [
    .target(
      name: "FoveaKernelsAVX2", path: "Sources/FoveaKernels/AVX2",
      swiftSettings: kernelSettings + [.define("FOVEA_AVX2"), .unsafeFlags(["-Xcc", "-march=x86-64-v3"])]),
    .target(
      name: "FoveaKernelsAVX512", path: "Sources/FoveaKernels/AVX512",
      swiftSettings: kernelSettings + [.define("FOVEA_AVX512"), .unsafeFlags(["-Xcc", "-march=x86-64-v4"])]),
  ]
#else
  let wideKernels: [Target] = []
#endif

let package = Package(
  name: "fovea",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "fovea", targets: ["FoveaCommand"]),
    // The modules whose types a network gives are imported by their names; none is exported again by another.
    .library(name: "Fovea", targets: ["Fovea", "FoveaLanguage", "FoveaGraph", "FoveaText"]),
    .library(name: "FoveaGraph", targets: ["FoveaGraph"]),
    .library(name: "FoveaNumerics", targets: ["FoveaNumerics"]),
    .library(name: "FoveaReport", targets: ["FoveaReport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CZLib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CFoveaProcessor"),
    .target(name: "FoveaKernels", path: "Sources/FoveaKernels/Portable", swiftSettings: kernelSettings),
    .target(
      name: "FoveaNumerics",
      dependencies: ["CFoveaProcessor", "CZLib", "FoveaKernels", "FoveaText"]
        + wideKernels.map { .target(name: $0.name) },
      swiftSettings: numericSettings),
    .target(name: "FoveaText", swiftSettings: settings),
    .target(name: "FoveaGraph", dependencies: ["FoveaText"], swiftSettings: settings),
    .target(name: "FoveaFilters", dependencies: ["FoveaNumerics", "FoveaText"], swiftSettings: numericSettings),
    .target(
      name: "FoveaLanguage", dependencies: ["FoveaGraph", "FoveaText", "CLibYAML"], swiftSettings: settings),
    .target(name: "FoveaONNX", dependencies: ["FoveaGraph", "FoveaText"], swiftSettings: settings),
    .target(
      name: "Fovea", dependencies: ["FoveaLanguage", "FoveaGraph", "FoveaFilters", "FoveaNumerics", "FoveaText"],
      swiftSettings: settings),
    .target(
      name: "FoveaReport",
      dependencies: ["Fovea", "FoveaLanguage", "FoveaGraph", "FoveaFilters", "FoveaNumerics", "FoveaText"],
      resources: [.embedInCode("Templates")],
      swiftSettings: settings),
    .executableTarget(
      name: "FoveaCommand",
      dependencies: [
        "Fovea", "FoveaLanguage", "FoveaGraph", "FoveaFilters", "FoveaNumerics", "FoveaReport", "FoveaText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Zoo")],
      swiftSettings: settings),
    // Not of the package in `Benchmarks`, because what they measure is no public interface.
    .executableTarget(
      name: "ConvolutionBenchmarks", dependencies: ["FoveaNumerics"], path: "Benchmarks/Convolutions",
      swiftSettings: settings),
    .executableTarget(
      name: "RewritingBenchmarks",
      dependencies: ["Fovea", "FoveaFilters", "FoveaNumerics", "FoveaText", "KernelSamples"],
      path: "Benchmarks/Rewriting",
      swiftSettings: settings),
    // Kernels that tests and benchmarks try searches on.
    .target(
      name: "KernelSamples", dependencies: ["FoveaFilters", "FoveaNumerics"], path: "Tests/KernelSamples",
      swiftSettings: settings),
    .testTarget(name: "ArchitectureTests", swiftSettings: settings),
    .testTarget(
      name: "FromSwiftTests", dependencies: ["Fovea", "FoveaGraph", "FoveaNumerics", "FoveaReport", "FoveaText"],
      swiftSettings: settings),
    .testTarget(
      name: "FoveaNumericsTests", dependencies: ["FoveaNumerics", "FoveaText"], resources: [.copy("Golden")],
      swiftSettings: settings),
    .testTarget(name: "FoveaTextTests", dependencies: ["FoveaText"], swiftSettings: settings),
    .testTarget(
      name: "FoveaGraphTests", dependencies: ["FoveaGraph", "FoveaText"], resources: [.copy("Fixtures")],
      swiftSettings: settings),
    .testTarget(
      name: "FoveaLanguageTests", dependencies: ["FoveaLanguage", "FoveaGraph", "FoveaText"], swiftSettings: settings),
    .testTarget(
      name: "FoveaONNXTests", dependencies: ["FoveaONNX", "FoveaLanguage", "FoveaGraph", "FoveaText"],
      resources: [.copy("Fixtures")],
      swiftSettings: settings),
    .testTarget(
      name: "FoveaTests",
      dependencies: [
        "Fovea", "FoveaLanguage", "FoveaGraph", "FoveaFilters", "FoveaNumerics", "FoveaReport", "FoveaText",
        "KernelSamples",
      ],
      exclude: ["Mistakes/inputs", "Mistakes/zoo", "Lint/zoo-findings.txt", "Rewrite/zoo"],
      resources: [.copy("Fixtures")],
      swiftSettings: settings),
    .testTarget(
      name: "FoveaReportTests", dependencies: ["FoveaReport", "Fovea", "FoveaLanguage", "FoveaGraph", "FoveaText"],
      exclude: ["Analysis/Golden", "Charts/Golden", "Compare/Golden", "HTML/Browser", "Markdown/Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "FoveaCommandTests",
      dependencies: [
        "FoveaCommand", "Fovea", "FoveaLanguage", "FoveaGraph", "FoveaFilters", "FoveaNumerics", "FoveaReport",
        "FoveaText",
      ],
      exclude: [
        "Lint/Golden", "Published/checkstyle.xsd", "Published/junit.xsd", "Published/validate.py",
        "Schema/verdicts.txt",
      ],
      swiftSettings: settings),
  ] + wideKernels
)
