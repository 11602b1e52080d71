public import Foundation

/// What a program printed, and how it ended.
public struct ProgramRun: Sendable {
    /// The exit status.
    public let status: Int32
    /// What it wrote to standard output.
    public let output: String
    /// What it wrote to standard error.
    public let errors: String
}

/// The folder that holds the built products, beside the running test bundle.
public var productsFolder: URL {
    let bundle = CommandLine.arguments.dropFirst().first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent()
}

/// Runs a command through the shell, with the built products first in the search path.
///
/// - Parameters:
///   - command: for `/bin/sh -c`.
///   - folder: the working directory; the repository's root by default.
///   - input: what it reads from standard input.
///   - environment: variables beside those of the tests.
/// - Returns: what it printed and how it ended.
/// - Throws: what starting it throws.
public func runShell(
    _ command: String, in folder: URL = repositoryRoot, input: Data = Data(), environment: [String: String] = [:]
) throws -> ProgramRun {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    variables["PATH"] = "\(productsFolder.path):\(variables["PATH"] ?? "/usr/bin:/bin")"
    variables["NO_COLOR"] = "1"
    variables.merge(environment) { $1 }
    process.environment = variables
    let scratch = FileManager.default.temporaryDirectory.appending(path: "leeway-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    // Files instead of pipes: nothing that a program prints can then block it.
    let names = ["input", "output", "errors"].map { scratch.appending(path: $0) }
    try input.write(to: names[0])
    for url in names.dropFirst() { try Data().write(to: url) }
    let handles = [
        try FileHandle(forReadingFrom: names[0]), try FileHandle(forWritingTo: names[1]),
        try FileHandle(forWritingTo: names[2]),
    ]
    process.standardInput = handles[0]
    process.standardOutput = handles[1]
    process.standardError = handles[2]
    try process.run()
    process.waitUntilExit()
    for handle in handles { try handle.close() }
    return ProgramRun(
        status: process.terminationStatus, output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
}
