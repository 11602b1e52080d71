import CEL
import JSONSyntax
import RulebookModel
import SourceText

/// Reads JSON values as facts of declared types.
///
/// A class, so that a decision borrows it instead of copying its parts.
final class FactReader: Sendable {
    let literal: FactLiteral
    let currency: Currency?
    let records: RecordTypes
    /// Texts that need not be made anew.
    let pool: TextPool

    init(literal: FactLiteral, currency: Currency?, records: RecordTypes, pool: TextPool = TextPool([])) {
        self.literal = literal
        self.currency = currency
        self.records = records
        self.pool = pool
    }

    /// The same reader, drawing texts from a pool.
    func drawing(from pool: TextPool) -> FactReader {
        FactReader(literal: literal, currency: currency, records: records, pool: pool)
    }

    /// Reads a value; null is unknown.
    ///
    /// The path names the fact, in messages and in what is unknown. `report` is called for each part that its type
    /// cannot hold; that part is then unknown.
    func read(
        _ node: JSONNode, as type: FactType, path: CELAttributePath, report: (InputProblem) -> Void
    ) -> CELValue {
        if node.isNull { return .unknown(CELUnknown(path)) }
        switch type {
        case .entity(let name): return readRecord(node, entity: name, path: path, report: report)
        case .list(let element): return readList(node, element: element, path: path, report: report)
        case .map(let value): return readMap(node, value: value, path: path, report: report)
        default:
            do throws(FactLiteral.Rejection) {
                return try readScalar(node, as: type)
            } catch {
                report(InputProblem(code: .wrongType, path: path.description, message: error.message, help: error.help))
                return .unknown(CELUnknown(path))
            }
        }
    }

    // MARK: Scalars

    /// The text of a string, drawn from the pool where it lies there.
    func text(_ record: NodeRecord, in view: JSONView) -> CELString {
        guard !record.hasEscapes else {
            let decoded = view.decoded(record)
            return pool.text(decoded.span) ?? CELString(utf8: decoded.span)
        }
        let content = view.text(record).span
        return pool.text(content) ?? CELString(utf8: content)
    }

    /// The value of a text of a type.
    func read(_ text: String, as type: FactType) throws(FactLiteral.Rejection) -> CELValue {
        if case .string(let value) = try literal.read(text, as: type) {
            return .string(pool.text(value.text) ?? value)
        }
        return try literal.read(text, as: type)
    }

    private func readScalar(_ node: JSONNode, as type: FactType) throws(FactLiteral.Rejection) -> CELValue {
        switch (node.kind, type) {
        case (.bool, .bool): return .bool(node.bool ?? false)
        case (.number, .int):
            guard let value = node.int64 else { throw Self.reject(node, type, "expected a whole number of 64 bits") }
            return .int(value)
        case (.number, .decimal):
            guard let value = Self.number(node) else {
                throw Self.reject(node, type, "it is too long to be kept exactly")
            }
            return .scalar(CELScalar(value))
        case (.number, .money): return .scalar(CELScalar(try readAmount(node)))
        case (.number, .percent):
            throw Self.reject(node, type, "write it with its sign, as in \"15%\"")
        case (.number, .duration):
            throw Self.reject(node, type, "write it with its unit, as in \"60s\"")
        case (.string, .string):
            return .string(pool.text(node) ?? CELString(node.string ?? ""))
        case (.string, .enumeration(let words)):
            if let text = pool.text(node), words.contains(text.text) { return .string(text) }
            return try literal.read(node.string ?? "", as: type)
        case (.string, .bool), (.string, .int):
            throw Self.reject(node, type, "it is a text; write it without quotes")
        case (.string, _):
            return try literal.read(node.string ?? "", as: type)
        default: throw Self.reject(node, type, "found \(Self.kindName(node.kind))")
        }
    }

    private func readAmount(_ node: JSONNode) throws(FactLiteral.Rejection) -> Money {
        guard let currency else {
            throw Self.reject(node, .money, "it has no currency; write it as in \"20 EUR\"")
        }
        guard let number = Self.number(node) else {
            throw Self.reject(node, .money, "the amount is too large to be counted exactly")
        }
        guard number.fits(fractionDigits: currency.fractionDigits) else {
            throw FactLiteral.Rejection(
                message: "`\(node.numberText ?? "")` is finer than the smallest unit of \(currency.code)",
                help: "write at most \(currency.fractionDigits) digits after the point")
        }
        return Money(amount: number, currency: currency)
    }

    private static func number(_ node: JSONNode) -> ExactDecimal? {
        node.decimal.flatMap { ExactDecimal(mantissa: $0.mantissa, scale: $0.scale) }
    }

    private static func reject(_ node: JSONNode, _ type: FactType, _ expectation: String) -> FactLiteral.Rejection {
        let shown = node.numberText ?? node.string.map { "\"\($0)\"" } ?? kindName(node.kind)
        return FactLiteral.Rejection(message: "`\(shown)` cannot be read as \(type.text): \(expectation)", help: nil)
    }

    static func kindName(_ kind: JSONKind) -> String {
        switch kind {
        case .null: "null"
        case .bool: "a truth value"
        case .number: "a number"
        case .string: "a text"
        case .list: "a list"
        case .object: "an object"
        }
    }

    // MARK: Composed values

    private func readRecord(
        _ node: JSONNode, entity: String, path: CELAttributePath, report: (InputProblem) -> Void
    ) -> CELValue {
        guard let layout = records.layout(of: entity) else { return .unknown(CELUnknown(path)) }
        // A text stands for the entity of that id, of which nothing else is known.
        let members = node.kind == .object ? node : nil
        guard members != nil || node.kind == .string else {
            report(
                InputProblem(
                    code: .wrongType, path: path.description,
                    message: "a \(entity) is an object, or the text of its id, not \(Self.kindName(node.kind))"))
            return .unknown(CELUnknown(path))
        }
        let values = layout.fields.map { field -> CELValue in
            let own = path.appending(field.definition.name)
            if let value = members?[field.name] {
                return readField(value, field.definition, path: own, report: report)
            }
            if members == nil, field.definition.name == "id", let text = node.string { return .text(text) }
            return field.definition.defaultValue ?? .unknown(CELUnknown(own))
        }
        return .record(CELRecord(layout.type, values))
    }

    private func readList(
        _ node: JSONNode, element: FactType, path: CELAttributePath, report: (InputProblem) -> Void
    ) -> CELValue {
        guard node.kind == .list else {
            report(
                InputProblem(
                    code: .wrongType, path: path.description,
                    message: "expected \(FactType.list(element).text), not \(Self.kindName(node.kind))"))
            return .unknown(CELUnknown(path))
        }
        return .elements(node.elements.map { read($0, as: element, path: path, report: report) })
    }

    private func readMap(
        _ node: JSONNode, value: FactType, path: CELAttributePath, report: (InputProblem) -> Void
    ) -> CELValue {
        guard node.kind == .object else {
            report(
                InputProblem(
                    code: .wrongType, path: path.description,
                    message: "expected \(FactType.map(value).text), not \(Self.kindName(node.kind))"))
            return .unknown(CELUnknown(path))
        }
        let entries = node.members.map { member in
            (
                key: CELValue.text(member.name),
                value: read(member.value, as: value, path: path.appending(member.name), report: report)
            )
        }
        return (try? CELMap(entries)).map(CELValue.map) ?? .unknown(CELUnknown(path))
    }

    /// Reads a field's value and holds it against the field's bounds.
    ///
    /// What is wrong with a private field is told without the value.
    func readField(
        _ node: JSONNode, _ field: FieldDefinition, path: CELAttributePath, report: (InputProblem) -> Void
    ) -> CELValue {
        guard !field.isPrivate else {
            return readBounded(node, field, path: path) { report($0.withoutValue(expecting: field.type)) }
        }
        return readBounded(node, field, path: path, report: report)
    }

    private func readBounded(
        _ node: JSONNode, _ field: FieldDefinition, path: CELAttributePath, report: (InputProblem) -> Void
    ) -> CELValue {
        let value = read(node, as: field.type, path: path, report: report)
        guard value.isKnown, field.minimum != nil || field.maximum != nil else { return value }
        if let minimum = field.minimum, !Self.isOrdered(minimum, value) {
            report(Self.outOfBounds(value, "at least", minimum, path: path, roles: literal.roles))
            return .unknown(CELUnknown(path))
        }
        if let maximum = field.maximum, !Self.isOrdered(value, maximum) {
            report(Self.outOfBounds(value, "at most", maximum, path: path, roles: literal.roles))
            return .unknown(CELUnknown(path))
        }
        return value
    }

    private static func isOrdered(_ low: CELValue, _ high: CELValue) -> Bool {
        switch FactOrder.compare(low, high) {
        case .less, .equal: true
        case .greater, nil: false
        }
    }

    private static func outOfBounds(
        _ value: CELValue, _ relation: String, _ bound: CELValue, path: CELAttributePath, roles: [String]
    ) -> InputProblem {
        InputProblem(
            code: .outOfBounds, path: path.description,
            message: "`\(value.factText(roles: roles))` is out of bounds: it must be \(relation) "
                + bound.factText(roles: roles))
    }
}

extension InputProblem {
    /// The same problem in words that do not repeat what was given.
    fileprivate func withoutValue(expecting type: FactType) -> InputProblem {
        let expectation = code == .outOfBounds ? "is out of bounds" : "cannot be read as \(type.text)"
        return InputProblem(code: code, path: path, message: "the private value of `\(path)` \(expectation)")
    }
}
