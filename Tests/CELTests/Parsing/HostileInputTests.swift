import TestSupport
import CEL
import Foundation
import Testing

@Suite("Hostile sources are refused, quickly and on a small stack")
struct HostileInputTests {
    @Test(arguments: [
        ("brackets", String(repeating: "(", count: 100_000)),
        ("lists", String(repeating: "[", count: 100_000)),
        ("maps", String(repeating: "{1:", count: 33_000)),
        ("signs", String(repeating: "-", count: 1_000_000)),
        ("signs within the length", String(repeating: "-", count: 99_000) + "a"),
        ("negations", String(repeating: "!", count: 99_000) + "a"),
        ("words", String(repeating: "not ", count: 24_000) + "a"),
        ("a long string", "'" + String(repeating: "a", count: 10_000_000) + "'"),
        ("selections", "a" + String(repeating: ".a", count: 49_000)),
        ("indices", "a" + String(repeating: "[0]", count: 33_000)),
        ("calls", String(repeating: "f(", count: 49_000)),
        ("sums", "1" + String(repeating: "+1", count: 49_000)),
        ("choices", String(repeating: "a?a:", count: 24_000) + "a"),
        ("loops", String(repeating: "[1].all(x,", count: 9_000)),
        ("quotes", String(repeating: "'", count: 99_999)),
        ("backslashes", "'" + String(repeating: "\\", count: 99_999)),
        ("optional elements", String(repeating: "[?", count: 49_000)),
        ("optional selections", "a" + String(repeating: ".?a", count: 33_000)),
        ("optional indices", "a" + String(repeating: "[?0]", count: 24_000)),
        ("names", String(repeating: "cel.bind(x,1,", count: 7_000)),
        ("blocks", String(repeating: "cel.block([1],", count: 7_000)),
        ("records", String(repeating: "a{b:", count: 24_000)),
        (
            "loops that are closed",
            String(repeating: "[1].map(x,", count: 5_000) + "x" + String(repeating: ")", count: 5_000)
        ),
    ])
    func refuses(_ name: String, _ source: String) {
        var options = CELOptions(libraries: Set(CELLibrary.allCases))
        options.wordOperators = true
        let environment = CELEnvironment(options: options)
        let (issues, time) = onSmallStack { processorTime { environment.compile(source).issues } }
        #expect(!issues.isEmpty, "\(name)")
        #expect(time < .seconds(1), "\(name) took \(time)")
    }

    @Test("long chains of && and || are no depth")
    func chains() {
        let source = (0..<10_000).map { "a == \($0)" }.joined(separator: " || ")
        var declarations = CELDeclarations()
        declarations.variable("a", .int)
        let environment = CELEnvironment(declarations, options: longSources)
        let value = onSmallStack { evaluate(source, environment, .int(9_999)) }
        #expect(value == .bool(true))
    }

    @Test("expressions at the limit of depth run on 512 KiB of stack", arguments: nested)
    func runs(_ name: String, _ source: String) {
        var declarations = CELDeclarations()
        declarations.variable("a", .int)
        let options = CELOptions(libraries: Set(CELLibrary.allCases))
        let environment = CELEnvironment(declarations, options: options)
        let value = onSmallStack { evaluate(source, environment, .int(1)) }
        #expect(value.isKnown, "\(name): \(value.plainText.prefix(200))")
    }

    private static let nested: [(String, String)] = [
        ("brackets", String(repeating: "(", count: 240) + "a" + String(repeating: ")", count: 240)),
        ("brackets on the right", String(repeating: "(1 + ", count: 240) + "a" + String(repeating: ")", count: 240)),
        ("lists", String(repeating: "[", count: 240) + "a" + String(repeating: "]", count: 240)),
        ("calls", String(repeating: "dyn(", count: 240) + "a" + String(repeating: ")", count: 240)),
        ("choices", String(repeating: "a == 2 ? 0 : ", count: 240) + "a"),
        ("negations", String(repeating: "!", count: 240) + "(a == 1)"),
        (
            "logic",
            String(repeating: "(a == 1 && (a == 2 || ", count: 110) + "a == 1" + String(repeating: "))", count: 110)
        ),
        ("sums", "a" + String(repeating: " + a", count: 240)),
        ("loops", String(repeating: "[a].all(x, ", count: 60) + "a == 1" + String(repeating: ")", count: 60)),
        ("maps", String(repeating: "{'a': ", count: 240) + "a" + String(repeating: "}", count: 240)),
        ("names", String(repeating: "cel.bind(x, a, ", count: 120) + "x" + String(repeating: ")", count: 120)),
        (
            "names for names",
            String(repeating: "cel.bind(x, ", count: 120) + "a" + String(repeating: ", x)", count: 120)
        ),
        ("optionals", String(repeating: "[?optional.of(", count: 100) + "a" + String(repeating: ")]", count: 100)),
        (
            "transforms",
            String(repeating: "[a].transformMap(i, v, ", count: 60) + "v" + String(repeating: ")", count: 60)
        ),
        ("parts", "cel.block([a" + String(repeating: ", cel.index(0)", count: 5_000) + "], cel.index(4999))"),
    ]

    @Test(arguments: [
        ("[0,1,2,3,4,5,6,7,8,9]", 6), ("[1,1,1,1,1,1,1,1,1,1]", 5),
    ])
    func limitsLoops(_ list: String, depth: Int) {
        var source = "true"
        for level in 0..<depth { source = "\(list).all(x\(level), \(source))" }
        let value = evaluate(source, CELEnvironment(), .null)
        guard case .error(let error) = value else {
            #expect(depth == 5, "\(value.plainText)")
            return
        }
        #expect(error.code == .limitExceeded)
    }

    @Test("doubling a text or a list ends at the limit")
    func limitsGrowth() {
        for seed in ["'aaaaaaaaaa'", "[1,2,3,4,5,6,7,8,9,0]"] {
            var source = seed
            for level in 0..<40 { source = "[\(source)].map(v\(level), v\(level) + v\(level))[0]" }
            let value = evaluate("size(\(source)) > 0", CELEnvironment(), .null)
            guard case .error(let error) = value else {
                Issue.record("\(value.plainText)")
                continue
            }
            #expect(error.code == .limitExceeded)
        }
    }

    @Test("comparing what shares its parts ends at the limit")
    func limitsComparison() {
        func doubled() -> String {
            var source = "[1]"
            for level in 0..<40 { source = "[\(source)].map(v\(level), [v\(level), v\(level)])[0]" }
            return source
        }
        let value = evaluate("\(doubled()) == \(doubled())", CELEnvironment(), .null)
        guard case .error(let error) = value else {
            Issue.record("\(value.isKnown)")
            return
        }
        #expect(error.code == .limitExceeded)
    }

    private var longSources: CELOptions {
        var options = CELOptions()
        options.limits.sourceByteCountMax = 1_000_000
        return options
    }

    private func evaluate(_ source: String, _ environment: CELEnvironment, _ fact: CELValue) -> CELValue {
        let checking = environment.compile(source)
        guard let expression = checking.expression else { return .failure(.invalidArgument, "\(checking.issues)") }
        var slots = CELSlotTable()
        let program = environment.program(for: expression, slots: &slots)
        let frame = CELFrame(slots)
        for position in 0..<slots.count { frame[position] = fact }
        return program.evaluate(frame)
    }
}

/// Runs something on a thread with a stack of 512 KiB.
func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
    let done = DispatchSemaphore(value: 0)
    let box = Box<Result>()
    let thread = Thread {
        box.set(body())
        done.signal()
    }
    thread.stackSize = 512 * 1_024
    thread.start()
    done.wait()
    return box.get()
}

/// Hands a result from one thread to another.
private final class Box<Content: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var content: Content?

    func set(_ value: Content) { lock.withLock { content = value } }

    func get() -> Content {
        guard let value = lock.withLock({ content }) else { preconditionFailure("nothing was handed over") }
        return value
    }
}
