import CEL

extension CELMap {
    /// A map of entries whose keys are known to differ, as the keys of a YAML map are.
    static func unique(_ entries: [(CELValue, CELValue)]) -> CELMap {
        (try? CELMap(entries.map { (key: $0.0, value: $0.1) })) ?? .empty
    }
}
