// swift-tools-version: 6.2
import PackageDescription

// A package that imports the products as anybody would, and so sees only what is public. `make stranger` builds and
// tests it.
let package = Package(
  name: "stranger",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "fovea", path: "../..")],
  targets: [
    .testTarget(
      name: "FromSwiftTests",
      dependencies: [
        .product(name: "Fovea", package: "fovea"),
        .product(name: "FoveaNumerics", package: "fovea"),
        .product(name: "FoveaReport", package: "fovea"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ]
)
