import CEL
import RulebookModel

extension OpenClocks.Clock {
    /// Whether its time is over at an instant; while it stands still, it is not.
    func isOver(at time: CELTimestamp) -> Bool { pausedSince == nil && (deadline?.isOver(at: time) ?? false) }

    /// What it counted up to an instant, in nanoseconds; nil where the calendar cannot tell.
    func counted(to time: CELTimestamp, _ count: TimeCount) -> (length: Int64, stoodStill: Int64)? {
        guard let start = trigger.time, let whole = try? count.length(from: start, to: time) else { return nil }
        guard let since = pausedSince else { return (whole - stoodStill, stoodStill) }
        guard let last = try? count.length(from: since, to: time) else { return nil }
        return (whole - stoodStill - last, stoodStill + last)
    }

    /// Lets it go on; an end that it had moves by what it did not count.
    mutating func goOn(at time: CELTimestamp, counting count: TimeCount) throws(BusinessCalendar.Gap) {
        guard let since = pausedSince else { return }
        stoodStill += try count.length(from: since, to: time)
        if let end = deadline { deadline = try count.moved(end, from: since, to: time) }
        if case .moment(let end)? = extended { extended = .moment(try count.moved(end, from: since, to: time)) }
        if let end = aim { aim = try count.moved(end, from: since, to: time) }
        pausedSince = nil
    }
}
