import RulebookEngine
import Synchronization

/// A share of an audit that several threads make: what decides events of which none needs to know of another, and adds
/// up what they come to.
final class AuditShare: Sendable {
    /// Events that are judged together.
    struct Work: Sendable {
        var events: [NamedEvent]
        /// Those at which a glance was enough.
        var glanced: [RowGlance] = []
        var glances = RowGlances()

        var isEmpty: Bool { events.isEmpty && glanced.isEmpty }
    }

    /// What became of some events that follow each other in a log.
    struct Outcome: Sendable {
        /// What was listed of them.
        let listed: FindingRecorder.Stretch
        /// All that the share has counted, where it begins anew, with texts of its own.
        let totals: FindingTotals?
    }

    /// A share that knows more texts begins anew: those of the findings that it listed are kept elsewhere too.
    static let textCountMax = 1 << 13

    private struct State {
        let decider: VersionedDecider
        let plan: AuditPlan
        var recorder: FindingRecorder

        init(_ compiled: CompiledVersions, listing: AuditOptions.Listing) {
            decider = compiled.makeDecider()
            plan = AuditPlan(compiled)
            recorder = FindingRecorder(plan, listing: listing)
        }
    }

    private let compiled: CompiledVersions
    private let listing: AuditOptions.Listing
    private let textCountMax: Int
    private let state: Mutex<State?> = Mutex(nil)

    init(_ compiled: CompiledVersions, listing: AuditOptions.Listing, textCountMax: Int) {
        self.compiled = compiled
        self.listing = listing
        self.textCountMax = textCountMax
    }

    /// Judges events that follow those of the call before.
    func judge(_ work: Work) -> Outcome {
        state.withLock { known in
            var state = known.take() ?? State(compiled, listing: listing)
            for next in work.events {
                guard let verdict = next.verdict else {
                    state.recorder.record(state.decider.decide(next.event), id: next.id)
                    continue
                }
                state.recorder.record(
                    state.decider.decide(next.event, asking: work.glances.open[verdict.open]), id: next.id,
                    met: work.glances.met[verdict.met])
            }
            for row in work.glanced { state.recorder.record(row, of: work.glances) }
            let listed = state.recorder.takeStretch()
            var totals: FindingTotals?
            if state.recorder.log.texts.count > textCountMax {
                totals = state.recorder.totals
                state.recorder = FindingRecorder(state.plan, listing: listing)
            }
            known = state
            return Outcome(listed: listed, totals: totals)
        }
    }

    /// What it counted since it last began anew; nil where it counted nothing.
    var totals: FindingTotals? { state.withLock { $0?.recorder.totals } }
}
