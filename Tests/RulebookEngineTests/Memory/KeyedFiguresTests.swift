import CEL
import RulebookModel
import TestSupport
import Testing

@testable import RulebookEngine

@Suite("The figures of a measure are those of a plain dictionary, whatever is dropped between")
struct KeyedFiguresTests {
    private static let aggregation = Aggregation(function: .count)

    @Test("Random changes, drops and sweeps")
    func random() {
        var random = SeededGenerator(seed: 3)
        var figures = KeyedFigures()
        var plain: [StateKey: Int] = [:]
        let place = WindowPlace()
        for _ in 0..<20_000 {
            let number = Int.random(in: 0..<60, using: &random)
            let key = StateKey(values: number % 3 == 0 ? [.int(Int64(number))] : [.int(Int64(number)), .bool(true)])
            switch Int.random(in: 0..<50, using: &random) {
            case 0..<8:
                figures.drop(key)
                plain[key] = nil
            case 8:
                figures.sweep { key, _ in key[0] == .int(7) || key[0] == .int(9) }
                plain = plain.filter { $0.key[0] != .int(7) && $0.key[0] != .int(9) }
            default:
                figures.change(key, from: WindowTally(place)) { $0.add(nil, .count, at: place, isRolling: false) }
                plain[key, default: 0] += 1
            }
            #expect(figures.count == plain.count)
            #expect(figures.figure(key, Self.aggregation, at: place) == plain[key].map { .int(Int64($0)) })
        }
        for (key, count) in plain {
            #expect(figures.figure(key, Self.aggregation, at: place) == .int(Int64(count)))
        }
    }

    @Test("Keys are equal by their parts")
    func keys() {
        #expect(StateKey(values: []) == StateKey(values: []))
        #expect(StateKey(values: []) != StateKey(values: [.null]))
        #expect(StateKey(values: [.int(1)]) != StateKey(values: [.int(1), .int(1)]))
        #expect(StateKey(values: [.int(1), .int(2)]) != StateKey(values: [.int(2), .int(1)]))
        #expect(StateKey(values: [.int(1), .int(2)]).values == [.int(1), .int(2)])
        #expect(StateKey(values: [.int(1), .int(2)])[1] == .int(2))
        #expect(StateKey(values: []).values.isEmpty)
    }
}
