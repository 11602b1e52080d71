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
        /// The value; for several events their sum, of a share how many are part of it.
        var value: CELValue?
    }

    /// An event of which nobody knows whether or how much it counts.
    private struct Gap: Equatable {
        let position: WindowPlace.Position
        let unknown: CELUnknown
    }

    /// The period in which everything was measured.
    let epoch: WindowPlace.Position
    private var pieces: [Piece] = []
    private var head = 0
    private var running = RunningFigure()
    /// The latest event of which nobody knows whether or how much it counts.
    private var gap: Gap?
    /// The latest position that was measured.
    private(set) var latest: WindowPlace.Position
    /// Whether nothing that is missing from the log could change it.
    var isWhole = false

    init(_ place: WindowPlace) {
        epoch = place.epoch
        latest = place.position
    }

    // MARK: Reading

    /// The figure as it stands at a place; nil where nothing was measured that still counts.
    @inline(__always)
    func figure(_ aggregation: Aggregation, at place: WindowPlace) -> CELValue? {
        guard place.epoch == epoch else { return nil }
        if let gap, place.floor.map({ gap.position > $0 }) ?? true { return .unknown(gap.unknown) }
        guard let floor = place.floor else { return running.figure(aggregation) }
        let expired = expiredRange(floor)
        let isEmpty = expired.upperBound == pieces.count
        let function = aggregation.function
        switch function {
        case .happened: return isEmpty ? nil : .bool(true)
        case .last: return isEmpty ? nil : pieces.last?.value
        case .min, .max: return isEmpty ? nil : pieces[expired.upperBound].value
        case .distinct, .percentile, .share, .count: break
        case .sum, .mean: if isEmpty { return nil }
        }
        return expired.isEmpty ? running.figure(aggregation) : figure(aggregation, without: expired)
    }

    /// The figure without pieces that left since the latest event.
    private func figure(_ aggregation: Aggregation, without expired: Range<Int>) -> CELValue? {
        // Reading changes nothing, so they are taken out of a copy.
        var left = running
        for piece in pieces[expired] { left.forget(piece.value, count: piece.count, aggregation.function) }
        return left.figure(aggregation)
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
        if let error = running.add(added, function) { return leaveGap(.error(error), at: place) }
        guard isRolling else { return }
        keep(Piece(position: place.position, count: 1, value: Self.countable(added)), function)
    }

    /// Truths are counted, so that those that leave together can be added up.
    private static func countable(_ value: CELValue?) -> CELValue? {
        guard case .bool(let truth)? = value else { return value }
        return .int(truth ? 1 : 0)
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
        case .count, .sum, .mean, .share:
            // What lies on one date, or at one instant, leaves together.
            guard pieces.count > head, let last = pieces.last, last.position == piece.position else {
                pieces.append(piece)
                return
            }
            pieces[pieces.count - 1].count += 1
            if let value = piece.value {
                pieces[pieces.count - 1].value = last.value.map { FactSum.add($0, value) } ?? value
            }
        case .distinct, .percentile: pieces.append(piece)
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

    // MARK: Giving back

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
        var left = running.takeBack(count: restored)
        while isRolling, left > 0, pieces.count > head {
            let taken = Swift.min(left, pieces[pieces.count - 1].count)
            left -= taken
            pieces[pieces.count - 1].count -= taken
            if pieces[pieces.count - 1].count == 0 { pieces.removeLast() }
        }
    }

    private mutating func takeBack(sum restored: CELValue, isRolling: Bool) {
        guard running.takeBack(sum: restored) else { return }
        var left = restored
        while isRolling, pieces.count > head, let used = pieces[pieces.count - 1].value {
            let (rest, surplus) = RunningFigure.lessened(used, by: left)
            guard let surplus else {
                pieces[pieces.count - 1].value = rest
                return
            }
            pieces.removeLast()
            left = surplus
        }
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
        for piece in pieces[expired] { running.forget(piece.value, count: piece.count, function) }
        head = expired.upperBound
        if head == pieces.count { running.clearValue() }
        guard head > 32, head * 2 > pieces.count else { return }
        pieces.removeFirst(head)
        head = 0
    }
}
