extension DecisionPoint {
    /// The standard of an id.
    ///
    /// - Throws: ``LeewayError/unknownName(kind:name:help:)``, with the nearest id.
    public func standard(_ id: String) throws(LeewayError) -> Standard {
        if let standard = rulebook.standards.first(where: { $0.id == id }) { return standard }
        let known = rulebook.standards.map(\.id)
        throw .unknownName(
            kind: "standard", name: id,
            help: nearestName(to: id, among: known).map { "did you mean `\($0)`?" }
                ?? "known: \(known.prefix(12).joined(separator: ", "))\(known.count > 12 ? ", …" : "")")
    }
}
