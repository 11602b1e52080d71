import CEL
import SourceText
import YAMLSyntax

/// Reads values that stand in a rulebook as YAML: defaults, bounds of fields, settings, scopes.
struct LiteralReader {
    let literal: FactLiteral
    let currency: Currency?

    init(roles: [String], currency: Currency?, zone: String) {
        self.literal = FactLiteral(roles: roles, zone: CELTimeZone.named(zone) ?? .utc)
        self.currency = currency
    }

    /// Reads a node as a value of a type; nil where it was reported.
    func read(_ node: YAMLNode, as type: FactType, diagnostics: inout DiagnosticCollector) -> CELValue? {
        switch (node.content, type) {
        case (.sequence(let elements), .list(let element)):
            let values = elements.compactMap { read($0, as: element, diagnostics: &diagnostics) }
            return values.count == elements.count ? .list(CELList(values)) : nil
        case (.mapping(let mapping), .map(let value)):
            let pairs = mapping.entries.compactMap { entry in
                read(entry.value, as: value, diagnostics: &diagnostics).map {
                    (CELValue.string(CELString(entry.name)), $0)
                }
            }
            return pairs.count == mapping.entries.count ? .map(.unique(pairs)) : nil
        case (.mapping(let mapping), .hours):
            return readHours(mapping, range: node.range, diagnostics: &diagnostics)
        case (.scalar(let scalar), _):
            return readScalar(scalar, node: node, as: type, diagnostics: &diagnostics)
        default:
            node.refuse("the value", expected: type.text, diagnostics: &diagnostics)
            return nil
        }
    }

    /// Reads a scalar without a message, to find out whether it is a value of the type.
    func value(_ node: YAMLNode, as type: FactType) -> CELValue? {
        guard case .scalar(let scalar) = node.content else { return nil }
        return try? parse(scalar, as: type)
    }

    private func readScalar(
        _ scalar: YAMLScalar, node: YAMLNode, as type: FactType, diagnostics: inout DiagnosticCollector
    ) -> CELValue? {
        if node.isNull || node.isBroken {
            node.refuse("the value", expected: type.text, diagnostics: &diagnostics)
            return nil
        }
        if case .list(let element) = type {
            return read(node, as: element, diagnostics: &diagnostics).map { .list(CELList([$0])) }
        }
        do {
            return try parse(scalar, as: type)
        } catch {
            diagnostics.add(.badValue(error.message, help: error.help, at: node.range))
            return nil
        }
    }

    private func parse(_ scalar: YAMLScalar, as type: FactType) throws(FactLiteral.Rejection) -> CELValue {
        if type == .money, let currency, !scalar.text.contains(" "), let first = scalar.text.utf8.first,
            (UInt8(ascii: "+")...UInt8(ascii: "9")).contains(first)
        {
            return .scalar(CELScalar(try literal.readMoney(scalar.text, plain: currency)))
        }
        if type == .string, case .bool = scalar.core {
            throw FactLiteral.Rejection(
                message: "`\(scalar.text)` is a truth value, not a text", help: "put it in quotes")
        }
        return try literal.read(scalar.text, as: type)
    }

    /// `{mon-fri: "08:00-18:00", sat: ["09:00-12:00", "13:00-15:00"]}`.
    private func readHours(
        _ mapping: YAMLMapping, range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> CELValue? {
        var parts: [String] = []
        for entry in mapping.entries {
            var words = [entry.name]
            for span in entry.value.oneOrMore {
                guard let text = span.text("opening hours", diagnostics: &diagnostics) else { return nil }
                words.append(text)
            }
            parts.append(words.joined(separator: " "))
        }
        let text = parts.joined(separator: ", ")
        guard WeeklyHours(parsing: text) != nil else {
            diagnostics.add(
                .badValue(
                    "these are no opening hours", help: "write days and times, as in {mon-fri: \"08:00-18:00\"}",
                    at: range))
            return nil
        }
        return .string(CELString(text))
    }
}
