/// A setting of a random rulebook.
struct ReferenceSetting {
    /// A row of a choice.
    struct Row {
        let value: ReferenceValue
        /// Instants: the first in force, and the first after.
        let from: (text: String, seconds: Int64)?
        let until: (text: String, seconds: Int64)?
        let tiers: [String]?
        let points: (atLeast: Int64?, under: Int64?)?
    }

    enum Content {
        case constant(ReferenceValue)
        case table([(key: String, value: ReferenceValue)])
        case rows([Row])
    }

    let name: String
    let content: Content

    var yaml: String {
        switch content {
        case .constant(let value): "\(name): \(value.plainText)"
        case .table(let entries):
            "\(name): {\(entries.map { "\($0.key): \($0.value.plainText)" }.joined(separator: ", "))}"
        case .rows(let rows):
            "\(name): {choose: [\(rows.map(Self.yaml).joined(separator: ", "))]}"
        }
    }

    private static func yaml(_ row: Row) -> String {
        var parts = ["value: \(row.value.plainText)"]
        if let from = row.from { parts.append("from: \(from.text)") }
        if let until = row.until { parts.append("until: \(until.text)") }
        var cells: [String] = []
        if let tiers = row.tiers { cells.append("customer.tier: [\(tiers.joined(separator: ", "))]") }
        if let points = row.points {
            let bounds = [points.atLeast.map { "at_least: \($0)" }, points.under.map { "under: \($0)" }]
            cells.append("customer.points: {\(bounds.compactMap { $0 }.joined(separator: ", "))}")
        }
        if !cells.isEmpty { parts.append("for: {\(cells.joined(separator: ", "))}") }
        return "{\(parts.joined(separator: ", "))}"
    }
}

/// One way for an event to match: its type, and what must hold of it.
struct ReferenceAlternative {
    let type: String
    let conditions: [ReferenceCondition]
}

/// What a standard is about, as it is written and as it is meant.
struct ReferencePattern {
    let yaml: String
    let alternatives: [ReferenceAlternative]

    var types: Set<String> { Set(alternatives.map(\.type)) }
}

/// A standard of a random rulebook.
struct ReferenceStandard {
    enum Need {
        case nothing, reason
        case approval(String)
    }

    struct Step {
        /// The limit and whether it is included; nil for no limit.
        var bound: (limit: ReferenceTerm, isIncluded: Bool)?
        let need: Need
    }

    enum Body {
        case require(ReferenceCondition)
        case forbid(ReferenceCondition)
        case allowance(ReferenceTerm, [Step])
        case manual([String])
    }

    enum Consequence {
        case deny, justify, note
        case escalate(String)
    }

    let id: String
    let pattern: ReferencePattern
    let scope: [(path: [String], values: [ReferenceValue])]
    let when: ReferenceCondition?
    let unless: ReferenceCondition?
    let force: String
    let otherwise: Consequence
    let effective: (from: String?, until: String?)
    var body: Body

    /// The entry under `standards:`, indented by two.
    var yaml: String {
        var lines = ["  \(id):", "    on: \(pattern.yaml)"]
        if !scope.isEmpty {
            let parts = scope.map {
                "\($0.path.joined(separator: ".")): [\($0.values.map(\.plainText).joined(separator: ", "))]"
            }
            lines.append("    for: {\(parts.joined(separator: ", "))}")
        }
        if let when { lines.append("    when: \(when.yaml)") }
        if let unless { lines.append("    unless: \(unless.yaml)") }
        if force != "must" { lines.append("    force: \(force)") }
        switch otherwise {
        case .deny: break
        case .justify: lines.append("    otherwise: justify")
        case .note: lines.append("    otherwise: note")
        case .escalate(let role): lines.append("    otherwise: {escalate: \(role)}")
        }
        if effective.from != nil || effective.until != nil {
            let parts = [effective.from.map { "from: \($0)" }, effective.until.map { "until: \($0)" }]
            lines.append("    effective: {\(parts.compactMap { $0 }.joined(separator: ", "))}")
        }
        switch body {
        case .require(let condition): lines.append("    require: \(condition.yaml)")
        case .forbid(let condition): lines.append("    forbid: \(condition.yaml)")
        case .manual(let labels):
            let questions = labels.map { $0.isEmpty ? "Was it done?" : "\($0): Was it done?" }
            lines.append("    manual: \(labels == [""] ? questions[0] : "{\(questions.joined(separator: ", "))}")")
        case .allowance(let measure, let steps):
            lines.append("    allowance:")
            lines.append("      sum: '\(measure.text)'")
            lines.append("      window: each")
            lines.append("      steps: [\(steps.map(Self.yaml).joined(separator: ", "))]")
        }
        return lines.joined(separator: "\n")
    }

    private static func yaml(_ step: Step) -> String {
        var parts: [String] = []
        if let bound = step.bound {
            let limit = if case .literal(let value) = bound.limit { value.plainText } else { "'\(bound.limit.text)'" }
            parts.append("\(bound.isIncluded ? "up_to" : "under"): \(limit)")
        }
        switch step.need {
        case .nothing: break
        case .reason: parts.append("needs: reason")
        case .approval(let role): parts.append("needs: approval, from: \(role)")
        }
        return "{\(parts.joined(separator: ", "))}"
    }
}

/// A random rulebook.
struct ReferenceRulebook {
    let roles: [String]
    let entities: [(name: String, fields: [ReferenceField])]
    let actions: [(name: String, fields: [ReferenceField])]
    let occurrences: [(name: String, fields: [ReferenceField])]
    let patterns: [(name: String, yaml: String)]
    let settings: [ReferenceSetting]
    let unlisted: ReferenceStandard.Consequence
    let effective: (from: String?, until: String?)
    var standards: [ReferenceStandard]

    /// The fields of an action or event.
    func fields(of type: String) -> [ReferenceField] {
        (actions + occurrences).first { $0.name == type }?.fields ?? []
    }

    /// The fields of an entity.
    func entity(_ name: String) -> [ReferenceField]? { entities.first { $0.name == name }?.fields }

    /// The rulebook as one file, or as a root that includes others.
    func yaml(filesOfStandards: Int = 0) -> (root: String, others: [String: String]) {
        var lines = ["rulebook: random", "version: \"1\"", "timeZone: UTC", "currency: EUR"]
        switch unlisted {
        case .deny: lines.append("unlisted: deny")
        case .justify: lines.append("unlisted: justify")
        case .note: lines.append("unlisted: allow")
        case .escalate(let role): lines.append("unlisted: {escalate: \(role)}")
        }
        if effective.from != nil || effective.until != nil {
            let parts = [effective.from.map { "from: \($0)" }, effective.until.map { "until: \($0)" }]
            lines.append("effective: {\(parts.compactMap { $0 }.joined(separator: ", "))}")
        }
        if filesOfStandards > 0 { lines.append("include: parts/*.yaml") }
        lines.append("roles: [\(roles.joined(separator: ", "))]")
        lines.append("settings:")
        lines += settings.map { "  \($0.yaml)" }
        lines.append("entities:")
        lines += entities.map { "  \($0.name): {\($0.fields.map(\.yaml).joined(separator: ", "))}" }
        lines.append("actions:")
        lines += actions.map { "  \($0.name): {fields: {\($0.fields.map(\.yaml).joined(separator: ", "))}}" }
        lines.append("events:")
        lines += occurrences.map { "  \($0.name): {fields: {\($0.fields.map(\.yaml).joined(separator: ", "))}}" }
        lines += patterns.map { "  \($0.name): \($0.yaml)" }
        var others: [String: String] = [:]
        if filesOfStandards == 0 {
            lines.append("standards:")
            lines += standards.map(\.yaml)
        } else {
            for part in 0..<filesOfStandards {
                let own = standards.enumerated().filter { $0.offset % filesOfStandards == part }.map(\.element.yaml)
                others["parts/\(part).yaml"] = own.isEmpty ? "" : "standards:\n" + own.joined(separator: "\n") + "\n"
            }
        }
        return (lines.joined(separator: "\n") + "\n", others)
    }
}
