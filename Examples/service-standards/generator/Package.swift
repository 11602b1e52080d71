// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "service-log", platforms: [.macOS(.v15)], targets: [.executableTarget(name: "Generate")])
