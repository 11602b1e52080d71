import CEL
import RulebookModel

/// What was measured under one key, as far as it still counts.
///
/// A window of the calendar keeps one running figure; a rolling one also the pieces that will leave it. Of a least or
/// greatest value only those pieces are kept that can still become it, so each event costs the same on average however
/// long the history is. Events come in the order of their times.
struct WindowTally: Sendable, Equatable {
    /// A piece that leaves a rolling window by itself.
    private struct Piece: Equatable {
        let position: WindowPlace.Position
        var count: Int
        var value: CELValue?
    }

    /// An event of which nobody knows whether or how much it counts.
    private struct Gap: Equatable {
        let position: WindowPlace.Position
        let unknown: CELUnknown
    }

    private var epoch: Int64
    private var pieces: [Piece] = []
    private var head = 0
    private var count = 0
    /// The sum, the least or greatest, or the latest value.
    private var value: CELValue?
    /// How many pieces hold each value, where different values are counted.
    private var occurrences: [CELValue: Int] = [:]
    /// The latest event of which nobody knows whether or how much it counts.
    private var gap: Gap?
    /// The latest position that was measured.
    private(set) var latest: WindowPlace.Position

    init(_ place: WindowPlace) {
        epoch = place.epoch
        latest = place.position
    }

    // MARK: Reading

    /// The figure as it stands at a place; nil where nothing was measured that still counts.
    func figure(_ function: Measure.Function, at place: WindowPlace) -> CELValue? {
        guard place.epoch == epoch else { return nil }
        if let gap, place.floor.map({ gap.position > $0 }) ?? true { return .unknown(gap.unknown) }
        guard let floor = place.floor else { return running(function) }
        let expired = expiredRange(floor)
        let isEmpty = expired.upperBound == pieces.count
        switch function {
        case .happened: return isEmpty ? nil : .bool(true)
        case .count: return .int(Int64(count - pieces[expired].reduce(0) { $0 + $1.count }))
        case .last: return isEmpty ? nil : pieces.last?.value
        case .min, .max: return isEmpty ? nil : pieces[expired.upperBound].value
        case .sum:
            guard !isEmpty, let value else { return nil }
            return pieces[expired].reduce(value) { sum, piece in
                piece.value.map { FactSum.subtract(sum, $0) } ?? sum
            }
        case .distinct:
            var leaving: [CELValue: Int] = [:]
            for piece in pieces[expired] { if let value = piece.value { leaving[value, default: 0] += 1 } }
            return .int(Int64(occurrences.count { $0.value > leaving[$0.key] ?? 0 }))
        }
    }

    private func running(_ function: Measure.Function) -> CELValue? {
        switch function {
        case .happened: count > 0 ? .bool(true) : nil
        case .count: .int(Int64(count))
        case .sum, .min, .max, .last: value
        case .distinct: .int(Int64(occurrences.count))
        }
    }

    /// The pieces that no longer count; they stand before the others.
    private func expiredRange(_ floor: WindowPlace.Position) -> Range<Int> {
        var end = head
        while end < pieces.count, pieces[end].position <= floor { end += 1 }
        return head..<end
    }

    /// Whether nothing of it counts any more, at a place and ever after.
    func isSpent(at place: WindowPlace) -> Bool {
        if place.epoch > epoch { return true }
        guard let floor = place.floor else { return false }
        return latest <= floor
    }

    // MARK: Measuring

    /// Adds what an event comes to.
    mutating func add(_ added: CELValue?, _ function: Measure.Function, at place: WindowPlace, isRolling: Bool) {
        enter(place, function)
        guard place.epoch == epoch else { return }
        if let added, !added.isKnown {
            return leaveGap(added, at: place)
        }
        count += 1
        accumulate(added, function)
        guard isRolling else { return }
        keep(Piece(position: place.position, count: 1, value: added), function)
    }

    private mutating func accumulate(_ added: CELValue?, _ function: Measure.Function) {
        guard let added else { return }
        switch function {
        case .happened, .count: break
        case .sum: value = value.map { FactSum.add($0, added) } ?? added
        case .last: value = added
        case .min: if value.map({ FactOrder.compare(added, $0) == .less }) ?? true { value = added }
        case .max: if value.map({ FactOrder.compare(added, $0) == .greater }) ?? true { value = added }
        case .distinct: occurrences[added, default: 0] += 1
        }
    }

    private mutating func keep(_ piece: Piece, _ function: Measure.Function) {
        switch function {
        case .happened, .last:
            // Only the latest is ever asked for.
            pieces = [piece]
            head = 0
        case .min, .max:
            let beaten: FactOrder = function == .max ? .less : .greater
            while pieces.count > head, let last = pieces.last?.value, let value = piece.value,
                FactOrder.compare(last, value) == beaten || last == value
            {
                pieces.removeLast()
            }
            pieces.append(piece)
        case .count, .sum:
            // What lies on one date, or at one instant, leaves together.
            guard pieces.count > head, let last = pieces.last, last.position == piece.position else {
                pieces.append(piece)
                return
            }
            pieces[pieces.count - 1].count += 1
            if let value = piece.value {
                pieces[pieces.count - 1].value = last.value.map { FactSum.add($0, value) } ?? value
            }
        case .distinct: pieces.append(piece)
        }
    }

    /// Notes that nobody knows what an event came to: while it counts, nothing is known of the whole.
    private mutating func leaveGap(_ unknown: CELValue, at place: WindowPlace) {
        let missing: CELUnknown =
            switch unknown {
            case .unknown(let missing): missing
            case .error(let error): CELUnknown(CELAttributePath(["an earlier value (\(error.message))"]))
            default: CELUnknown([])
            }
        gap = Gap(position: place.position, unknown: gap.map { $0.unknown.merging(missing) } ?? missing)
    }

    /// Gives back what was used, the latest first and never more than there is.
    mutating func restore(_ restored: CELValue, _ function: Measure.Function, at place: WindowPlace, isRolling: Bool) {
        enter(place, function)
        guard place.epoch == epoch else { return }
        guard restored.isKnown else { return leaveGap(restored, at: place) }
        if case .count = function {
            if case .int(let number) = restored { takeBack(count: Int(clamping: number), isRolling: isRolling) }
        } else {
            takeBack(sum: restored, isRolling: isRolling)
        }
    }

    private mutating func takeBack(count restored: Int, isRolling: Bool) {
        var left = Swift.max(0, Swift.min(restored, count))
        count -= left
        while isRolling, left > 0, pieces.count > head {
            let taken = Swift.min(left, pieces[pieces.count - 1].count)
            left -= taken
            pieces[pieces.count - 1].count -= taken
            if pieces[pieces.count - 1].count == 0 { pieces.removeLast() }
        }
    }

    private mutating func takeBack(sum restored: CELValue, isRolling: Bool) {
        guard let whole = value, !FactSum.isNegative(restored) else { return }
        value = Self.lessened(whole, by: restored).left
        var left = restored
        while isRolling, pieces.count > head, let used = pieces[pieces.count - 1].value {
            let (rest, surplus) = Self.lessened(used, by: left)
            guard let surplus else {
                pieces[pieces.count - 1].value = rest
                return
            }
            pieces.removeLast()
            left = surplus
        }
    }

    /// What is left of an amount, and what could not be taken from it; an error stays in what is left.
    private static func lessened(_ used: CELValue, by restored: CELValue) -> (left: CELValue, surplus: CELValue?) {
        let rest = FactSum.subtract(used, restored)
        guard FactSum.isNegative(rest) else { return (rest, nil) }
        return (FactSum.zero(like: used), FactSum.subtract(restored, used))
    }

    /// Begins the epoch of a place where it is a later one, and drops what left the window.
    private mutating func enter(_ place: WindowPlace, _ function: Measure.Function) {
        if place.epoch > epoch {
            self = WindowTally(place)
            return
        }
        latest = Swift.max(latest, place.position)
        guard let floor = place.floor else { return }
        if let gap, gap.position <= floor { self.gap = nil }
        let expired = expiredRange(floor)
        for piece in pieces[expired] { forget(piece, function) }
        head = expired.upperBound
        if head == pieces.count { value = nil }
        guard head > 32, head * 2 > pieces.count else { return }
        pieces.removeFirst(head)
        head = 0
    }

    private mutating func forget(_ piece: Piece, _ function: Measure.Function) {
        count -= piece.count
        guard let left = piece.value else { return }
        switch function {
        case .sum: value = value.map { FactSum.subtract($0, left) }
        case .distinct:
            let others = (occurrences[left] ?? 0) - 1
            occurrences[left] = others > 0 ? others : nil
        case .happened, .count, .min, .max, .last: break
        }
    }
}
