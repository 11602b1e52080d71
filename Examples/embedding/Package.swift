// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "embedding",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "leeway", path: "../..")],
    targets: [
        .executableTarget(
            name: "DecideAnAction", dependencies: [.product(name: "Leeway", package: "leeway")])
    ]
)
