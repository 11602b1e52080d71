import Foundation
import Synchronization
import Testing

@testable import CEL

@Suite("Values may be nested as deep as data is: releasing, comparing, hashing and printing them takes little stack")
struct NestedValuesTests {
    /// The stack that threads other than the main one have on some systems.
    private static let stackByteCount = 512 * 1_024

    /// Runs a closure on a thread with little stack, to its end.
    private func onSmallThread(_ body: @escaping @Sendable () -> Void) {
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            body()
            done.signal()
        }
        thread.stackSize = Self.stackByteCount
        thread.start()
        done.wait()
    }

    private static let recordType = CELRecordType("node", fields: [CELRecordType.Field("next", .dyn)])

    /// Wraps a value in a container.
    typealias Wrapping = @Sendable (CELValue) -> CELValue

    private static let wrappings: [String: Wrapping] = [
        "list": { .elements([$0]) },
        "full list": { .elements([.int(1), $0, .text("text"), .elements([])]) },
        "map": { (try? CELMap([(key: .text("next"), value: $0)])).map(CELValue.map) ?? .null },
        "record": { .record(CELRecord(recordType, [$0])) },
        "optional": { .optional(CELOptional($0)) },
        "list of map": { value in
            .elements([(try? CELMap([(key: .int(1), value: value)])).map(CELValue.map) ?? .null])
        },
    ]

    private static func nest(_ wrap: Wrapping, levels: Int, around innermost: CELValue = .int(1)) -> CELValue {
        var value = innermost
        for _ in 0..<levels { value = wrap(value) }
        return value
    }

    @Test("a million levels are released on a small stack")
    func releaseMillion() {
        onSmallThread { _ = Self.nest({ .elements([$0]) }, levels: 1_000_000) }
    }

    @Test("containers of all kinds are released on a small stack", arguments: wrappings.keys.sorted())
    func release(_ name: String) throws {
        let wrap = try #require(Self.wrappings[name])
        onSmallThread { _ = Self.nest(wrap, levels: 50_000) }
        // Just up to where recursion ends, and just beyond it.
        for levels in NestedValues.flatDepthMax - 2...NestedValues.flatDepthMax + 2 {
            onSmallThread { _ = Self.nest(wrap, levels: levels) }
        }
    }

    @Test("what is shared stays, whichever holder goes first")
    func sharing() {
        onSmallThread {
            let wrap: Wrapping = { .elements([$0]) }
            var inner: CELValue? = Self.nest(wrap, levels: 100_000)
            var outers = [1, 70, 100_000].map { Self.nest(wrap, levels: $0, around: inner ?? .null) }
            inner = nil
            outers.removeFirst()
            outers.removeLast()
            #expect(outers.first?.depth == 100_070)
            var value = outers.removeLast()
            var depth = 0
            while case .list(let list) = value, let next = list.elements.first {
                value = next
                depth += 1
            }
            #expect(depth == 100_070 && value == .int(1))
        }
    }

    @Test("deep values are released in tasks and from many threads at once")
    func concurrently() async {
        let shared = Self.nest({ .elements([$0, $0]) }, levels: 50_000)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { _ = Self.nest({ .elements([$0]) }, levels: 50_000, around: shared) }
            }
        }
        #expect(shared.depth == 50_000)
    }

    @Test("every element of what is released is let go of, once")
    func leaks() throws {
        final class Probe: CELOpaqueContent, Equatable {
            static let aliveCount = Mutex(0)
            let typeName = "probe"
            let text = "probe"
            init() { Self.aliveCount.withLock { $0 += 1 } }
            deinit { Self.aliveCount.withLock { $0 -= 1 } }
            func hash(into hasher: inout Hasher) {}
            static func == (left: Probe, right: Probe) -> Bool { left === right }
        }
        for name in Self.wrappings.keys.sorted() {
            let wrap = try #require(Self.wrappings[name])
            do {
                let probe: Wrapping = { wrap(.elements([.opaque(CELOpaque(Probe())), $0])) }
                let value = Self.nest(probe, levels: 1_000)
                #expect(
                    Probe.aliveCount.withLock { $0 } == 1_000 && value.depth == (name == "list of map" ? 3_000 : 2_000))
            }
            #expect(Probe.aliveCount.withLock { $0 } == 0, "\(name)")
        }
    }

    @Test("equal and unequal values of any depth are told apart on a small stack", arguments: wrappings.keys.sorted())
    func comparing(_ name: String) throws {
        let wrap = try #require(Self.wrappings[name])
        onSmallThread {
            let levels = 10_000
            let (left, same, other) = (
                Self.nest(wrap, levels: levels), Self.nest(wrap, levels: levels),
                Self.nest(wrap, levels: levels, around: .int(2))
            )
            #expect(left == same && left.hashValue == same.hashValue && left != other)
            #expect(left.equals(same) == .true && left.equals(other) == .false)
            let number = Self.nest(wrap, levels: levels, around: .double(1))
            #expect(left != number && left.equals(number) == .true)
            let gap = Self.nest(wrap, levels: levels, around: .unknown(CELUnknown("gap")))
            #expect(left.equals(gap) == .unknown(CELUnknown("gap")))
            #expect(left != Self.nest(wrap, levels: levels + 1))
            #expect(left.equals(Self.nest(wrap, levels: levels + 1)) == .false)
        }
    }

    @Test("comparing in the language takes steps, and too many are an error")
    func comparingForever() {
        let wrap: Wrapping = { .elements([$0]) }
        let (left, right) = (Self.nest(wrap, levels: 1_000), Self.nest(wrap, levels: 1_000))
        var comparison = ValueComparison(stepsLeft: 1_001)
        #expect(comparison.equal(left, right) == .true && comparison.stepsLeft == 1)
        comparison = ValueComparison(stepsLeft: 1_000)
        guard case .error(let error) = comparison.equal(left, right) else {
            Issue.record("the comparison ends without an error")
            return
        }
        #expect(error.code == .limitExceeded)
    }

    @Test("a value that holds one part many times over is compared, hashed and printed in little time")
    func shared() {
        let wrap: Wrapping = { .elements([$0, $0]) }
        let (left, same, other) = (
            Self.nest(wrap, levels: 200), Self.nest(wrap, levels: 200), Self.nest(wrap, levels: 200, around: .int(2))
        )
        #expect(left == same && left != other && left.hashValue == same.hashValue)
        guard case .error = left.equals(same) else {
            Issue.record("the comparison ends without an error")
            return
        }
        let wide: Wrapping = { .elements(Array(repeating: $0, count: 20)) }
        #expect(Self.nest(wide, levels: 100).plainText.utf8.count < 100_000)
    }

    @Test("printing ends at its levels, on a small stack", arguments: wrappings.keys.sorted())
    func printing(_ name: String) throws {
        let wrap = try #require(Self.wrappings[name])
        onSmallThread {
            let value = Self.nest(wrap, levels: 10_000)
            #expect(value.plainText.utf8.count < 1_000 && value.plainText.contains("…"))
            let whole = value.text(elementCountMax: .max, depthMax: .max, partCountMax: .max) { _ in "" }
            #expect(whole.contains("1") && !whole.contains("…") && whole.utf8.count > 20_000)
        }
    }

    private static let record = CELValue.record(CELRecord(recordType, [.unknown(CELUnknown("next"))]))

    @Test(arguments: [
        (CELValue.elements([]), "[]"), (.map(.empty), "{}"), (.elements([.int(1), .uint(2)]), "[1, 2u]"),
        (.elements(Array(repeating: .null, count: 21)), "[" + String(repeating: "null, ", count: 20) + "…]"),
        (nest({ .elements([$0]) }, levels: 8), "[[[[[[[[1]]]]]]]]"),
        (nest({ .elements([$0]) }, levels: 9), "[[[[[[[[[…]]]]]]]]]"),
        (record, "node{}"), (.record(CELRecord(recordType, [record])), "node{next: node{}}"),
        (.optional(.none), "optional.none()"), (.optional(CELOptional(.text("a"))), "optional.of(\"a\")"),
        (
            (try? CELMap([(key: .int(1), value: .elements([.bool(true)])), (key: .text("b"), value: .null)]))
                .map(CELValue.map) ?? .null, "{1: [true], \"b\": null}"
        ),
    ])
    func texts(_ value: CELValue, text: String) {
        #expect(value.plainText == text)
    }

    @Test("maps are the same in any order, and only with keys of the same types")
    func maps() throws {
        func map(_ entries: [(CELValue, CELValue)]) throws -> CELValue {
            .map(try CELMap(entries.map { (key: $0.0, value: $0.1) }))
        }
        for count in [2, 40] {
            let entries = (0..<count).map { (CELValue.int(Int64($0)), CELValue.elements([.int(Int64($0))])) }
            let value = try map(entries)
            #expect(try value == map(entries.reversed()) && value.hashValue == map(entries.reversed()).hashValue)
            let unsigned = try map(entries.map { (.uint(UInt64($0.0 == .int(1) ? 1 : 0) + 5), $0.1) }.suffix(1))
            #expect(value != unsigned && value.equals(unsigned) == .false)
            var other = entries
            other[1].0 = .uint(1)
            #expect(try value != map(other) && value.equals(map(other)) == .true)
            other[1] = (.int(1), .null)
            #expect(try value != map(other) && value.equals(map(other)) == .false)
        }
    }
}
