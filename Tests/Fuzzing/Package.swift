// swift-tools-version: 6.1
import PackageDescription

let houseRules: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Fuzzers, a package of its own: their targets have no `main` but that of libFuzzer, which only the sanitizer brings.
///
/// `make fuzz` builds and runs them; what they check lies in `Tests/CELTests/Fuzzing`, where ordinary tests use it too.
let package = Package(
    name: "leeway-fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "leeway", path: "../..")],
    targets: [
        .target(
            name: "CELFuzzChecks", dependencies: [.product(name: "CEL", package: "leeway")],
            swiftSettings: houseRules),
        .executableTarget(name: "FuzzCELSource", dependencies: ["CELFuzzChecks"], swiftSettings: houseRules),
        .executableTarget(name: "FuzzCELEvaluation", dependencies: ["CELFuzzChecks"], swiftSettings: houseRules),
    ]
)
