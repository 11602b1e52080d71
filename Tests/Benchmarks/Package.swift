// swift-tools-version: 6.1
import PackageDescription

/// Measures what the engine costs; not part of the product, so that nobody who builds it builds this.
let package = Package(
    name: "leeway-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "leeway", path: "../..")],
    targets: [
        .target(name: "Measuring"),
        // Counts allocations by standing before the C library's functions; in C, since Swift itself allocates.
        .target(name: "CAllocationCount"),
        .executableTarget(
            name: "leeway-benchmarks",
            dependencies: ["Measuring", .product(name: "Leeway", package: "leeway")],
            path: "Sources/LeewayBenchmarks"),
        .executableTarget(
            name: "leeway-peer",
            dependencies: ["CAllocationCount", .product(name: "RulebookEngine", package: "leeway")],
            path: "Sources/LeewayPeer"),
        .executableTarget(
            name: "cel-benchmarks",
            dependencies: ["Measuring", "CAllocationCount", .product(name: "CEL", package: "leeway")],
            path: "Sources/CELBenchmarks"),
    ]
)
