// swift-tools-version: 6.1
import PackageDescription

/// Settings that every target of ours shares: explicit existentials, imports that say what they re-export,
/// and members visible only from modules that a file imports.
let houseRules: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of this package under the house rules.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: houseRules)
}

/// The tests of a module; golden files and cases stay out of the bundle and are read from the source tree.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: houseRules)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
/// SQLite itself, for what every record takes, and for tests that let its file system fail.
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "leeway",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "leeway", targets: ["LeewayTool"]),
        .library(name: "Leeway", targets: ["Leeway"]),
        // For those who only decide: without logs, ledger, reports and what they depend on.
        .library(
            name: "RulebookEngine", targets: ["RulebookEngine", "RulebookModel", "JSONSyntax", "SourceText"]),
        .library(name: "CEL", targets: ["CEL"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Text flows from the top down: a module imports only modules above it.
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        module("SourceText"),
        module("YAMLSyntax", ["CLibYAML", "SourceText"]),
        module("JSONSyntax"),
        module("CEL"),
        module("RulebookModel", ["SourceText", "YAMLSyntax", "CEL", crypto]),
        module("RulebookEngine", ["SourceText", "CEL", "JSONSyntax", "RulebookModel", heap]),
        module("Audit", ["SourceText", "YAMLSyntax", "JSONSyntax", "CEL", "RulebookModel", "RulebookEngine", crypto]),
        module(
            "Workbench",
            ["SourceText", "YAMLSyntax", "JSONSyntax", "CEL", "RulebookModel", "RulebookEngine", "Audit"]),
        module(
            "Reporting", ["SourceText", "JSONSyntax", "CEL", "RulebookModel", "RulebookEngine", "Audit", "Workbench"],
            resources: [
                .embedInCode("Schemas/compliance-report.schema.json"), .embedInCode("Schemas/decision.schema.json"),
                .embedInCode("Schemas/watch.schema.json"),
            ]),
        module("LedgerSQLite", ["RulebookEngine", "RulebookModel", "JSONSyntax", "CEL", crypto, grdb, sqlite]),
        module(
            "Leeway",
            [
                "SourceText", "YAMLSyntax", "JSONSyntax", "CEL", "RulebookModel", "RulebookEngine", "Audit",
                "Reporting", "Workbench", "LedgerSQLite",
            ]),
        module("LeewayCommands", ["Leeway", arguments]),
        // The runner of the language's conformance suite, which is a tool for this repository and no product.
        module("CELConformance", ["CEL", "JSONSyntax"]),
        .executableTarget(
            name: "cel-conformance", dependencies: ["CELConformance", arguments], path: "Sources/CELConformanceTool",
            swiftSettings: houseRules),
        .executableTarget(name: "LeewayTool", dependencies: ["LeewayCommands"], swiftSettings: houseRules),

        .target(
            name: "TestSupport", dependencies: ["SourceText"], path: "Tests/TestSupport", swiftSettings: houseRules),
        tests("SourceTextTests", ["SourceText"]),
        tests("YAMLSyntaxTests", ["YAMLSyntax", "SourceText", "JSONSyntax"], exclude: ["Cases"]),
        tests("JSONSyntaxTests", ["JSONSyntax"]),
        tests("CELTests", ["CEL", "CELConformance"]),
        tests("CELConformanceTests", ["CELConformance", "cel-conformance"]),
        tests("RulebookModelTests", ["RulebookModel", "SourceText", "YAMLSyntax", "CEL"]),
        tests("RulebookEngineTests", ["RulebookEngine", "RulebookModel", "SourceText", "JSONSyntax", "CEL"]),
        tests("AuditTests", ["Audit", "RulebookEngine", "RulebookModel", "CEL", "SourceText", "JSONSyntax"]),
        tests(
            "ReportingTests",
            ["Reporting", "Workbench", "Audit", "SourceText", "JSONSyntax", "RulebookModel", "RulebookEngine"],
            exclude: ["Golden"]),
        tests(
            "WorkbenchTests",
            ["Workbench", "Audit", "Reporting", "RulebookEngine", "RulebookModel", "CEL", "JSONSyntax", "SourceText"]),
        tests(
            "LedgerSQLiteTests",
            ["LedgerSQLite", "RulebookEngine", "RulebookModel", "JSONSyntax", "SourceText", "CEL", grdb, sqlite]),
        tests("LeewayTests", ["Leeway"]),
        tests("LeewayCommandsTests", ["LeewayTool", "JSONSyntax"], exclude: ["Golden"]),
        tests("RepositoryTests", []),
    ]
)
