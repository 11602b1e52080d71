import CEL
import TestSupport
import Testing

@testable import RulebookEngine

@Suite("Events a little out of order are released in the order of their times, and none is lost")
struct ReorderBufferTests {
    private static func time(_ seconds: Int) -> CELTimestamp {
        guard let time = CELTimestamp(seconds: 1_800_000_000 + Int64(seconds)) else {
            preconditionFailure("a year that nobody can write")
        }
        return time
    }

    /// What a buffer releases of elements that come at these seconds, by their numbers, and what is late.
    private static func run(_ seconds: [Int], lateness: Int?) -> (released: [Int], late: [Int], heldMax: Int) {
        var buffer = ReorderBuffer<Int>(lateness: lateness.flatMap { CELDuration(seconds: Int64($0)) })
        var released: [Int] = []
        var late: [Int] = []
        var heldMax = 0
        for (number, second) in seconds.enumerated() {
            if !buffer.insert(number, at: time(second)) { late.append(number) }
            while let (element, _) = buffer.release() { released.append(element) }
            heldMax = max(heldMax, buffer.count)
        }
        while let (element, _) = buffer.releaseAnyway() { released.append(element) }
        return (released, late, heldMax)
    }

    @Test(
        "within the lateness nothing is late, one instant later it is",
        arguments: [
            ([10, 5], 5, [1, 0], []), ([10, 4], 5, [0], [1]), ([10, 10, 5, 5], 5, [2, 3, 0, 1], []),
            ([0, 1, 2], 0, [0, 1, 2], []), ([1, 0, 1], 0, [0, 2], [1]), ([3, 2, 1], nil, [2, 1, 0], []),
        ] as [([Int], Int?, [Int], [Int])])
    func cases(_ seconds: [Int], _ lateness: Int?, _ released: [Int], _ late: [Int]) {
        let found = Self.run(seconds, lateness: lateness)
        #expect(found.released == released)
        #expect(found.late == late)
    }

    @Test("what is released is the stable sort by time of what is not late, and each comes out or is late")
    func agreesWithSorting() {
        for round in 0..<3_000 {
            var random = RandomSource(seed: UInt64(round))
            let lateness = random.pick([0, 3, 20, 100])
            var now = 0
            let seconds = (0..<random.below(40)).map { _ in
                now += random.below(6)
                return now - (random.chance(40) ? random.below(25) : 0)
            }
            let found = Self.run(seconds, lateness: lateness)
            let late = seconds.indices.filter { index in
                seconds[..<index].contains { seconds[index] < $0 - lateness }
            }
            // What is late moves no clock: it is never later than what was seen.
            #expect(found.late == late, "round \(round): \(seconds), \(lateness)")
            let kept = seconds.indices.filter { !late.contains($0) }
            #expect(
                found.released == kept.sorted { (seconds[$0], $0) < (seconds[$1], $1) }, "round \(round): \(seconds)")
        }
    }

    @Test("what is held goes by the lateness and not by the log")
    func isBounded() {
        let seconds = (0..<10_000).map { $0 ^ 7 }
        #expect(Self.run(seconds, lateness: 7).released == seconds.indices.sorted { seconds[$0] < seconds[$1] })
        #expect(Self.run(seconds, lateness: 7).heldMax < 20)
    }

    @Test("time that passes without events releases what waits")
    func advances() {
        var buffer = ReorderBuffer<Int>(lateness: CELDuration(seconds: 60))
        let isHeld = buffer.insert(1, at: Self.time(0))
        #expect(isHeld)
        var released = [buffer.release()?.element]
        for seconds in [59, 60] {
            buffer.advance(to: Self.time(seconds))
            released.append(buffer.release()?.element)
        }
        #expect(released == [nil, nil, 1])
        let isLate = !buffer.insert(2, at: Self.time(-1))
        #expect(isLate)
    }
}
