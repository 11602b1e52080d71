extension CompiledVersions {
    /// Finds what an agent may do with an action, by the version of the event's time. See ``OptionsFinder``.
    ///
    /// - Parameters:
    ///   - event: the action with the facts of the situation; the fields that it leaves open are explored.
    ///   - memory: what happened before; nil where nobody knows.
    /// - Returns: what comes of it, field by field.
    public func options(for event: Event, memory: VersionedState? = nil) -> ActionOptions {
        guard let version = index(of: event) else {
            return ActionOptions(
                action: event.type, outcome: .undetermined, approver: nil, missing: ["time"], fields: [],
                isListed: true, evaluations: 0)
        }
        return OptionsFinder(compiled[version], memory: memory?[version]).find(for: event)
    }
}
