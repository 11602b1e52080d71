// swift-tools-version: 6.1
import PackageDescription

/// Measures what the engine costs; not part of the product, so that nobody who builds it builds this.
let package = Package(
    name: "leeway-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "leeway", path: "../..")],
    targets: [
        .executableTarget(
            name: "leeway-benchmarks",
            dependencies: [.product(name: "Leeway", package: "leeway")],
            path: "Sources/LeewayBenchmarks")
    ]
)
