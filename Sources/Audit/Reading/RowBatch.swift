import RulebookEngine

/// Rows that were read together, in the order of the log.
struct RowBatch: Sendable {
    /// A row, as far as anybody needs to know of it.
    enum Row: Sendable {
        case read(LogRow)
        /// The event of a row with which nothing is wrong, and of which a glance told something.
        case opened(Event, RowGlance)
        /// There is nothing to tell of it but which standards are met.
        case glanced(RowGlance)
    }

    let rows: [Row]
    /// What those at which a glance was enough say.
    let glances: RowGlances
}
