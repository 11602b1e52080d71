extension LedgerEntry {
    /// The stored answer as JSON, with a line feed: the same for a first answer and for a repeated one.
    ///
    /// What is more than a decision says so by `kind` and `key`, and a reservation until when it keeps back.
    func answer(_ style: JSONStyle, line: Int?) throws(LeewayError) -> [UInt8] {
        guard let root = try? JSONDocument.parse(decision).root, root.kind == .object else {
            throw .ledger(.damaged(path: "ledger", sequence: sequence, reason: "the stored answer is no JSON object"))
        }
        var writer = JSONWriter(style: style)
        writer.object { writer in
            writer.member("line", ifPresent: line)
            if kind != Kind.decision.rawValue {
                writer.member("kind", kind)
                writer.member("key", key)
                writer.member("expires", ifPresent: expires.isEmpty ? nil : expires)
            }
            for member in root.members {
                writer.name(member.name)
                writer.node(member.value)
            }
        }
        writer.endLine()
        return writer.utf8
    }
}
