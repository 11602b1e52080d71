import Foundation

/// Decides events of random rulebooks in the most obvious way: by walking the generator's own tree over plain values.
///
/// It shares nothing with the engine: no expression module, no slots, no index. What it does is what the language's
/// description says, written out.
struct ReferenceEvaluator {
    let rulebook: ReferenceRulebook
    let event: ReferenceJSON

    // MARK: Facts

    private var type: String {
        if case .text(let name)? = event["type"] { name } else { "" }
    }

    var seconds: Int64? {
        guard case .text(let text)? = event["time"], let date = ISO8601DateFormatter().date(from: text) else {
            return nil
        }
        return Int64(date.timeIntervalSince1970)
    }

    /// The text of a reason that says something.
    var reason: String? {
        guard case .text(let text)? = event["reason"], text.contains(where: { $0 != " " }) else { return nil }
        return text
    }

    private func read(_ json: ReferenceJSON, _ type: ReferenceType, _ path: String) -> ReferenceResult {
        if json.isNull { return .missing([path]) }
        switch (type, json) {
        case (.bool, .bool(let value)): return .value(.bool(value))
        case (.int, .number(let text)): return .value(.int(Int64(text) ?? 0))
        case (.decimal, .number(let text)), (.decimal, .text(let text)):
            return .value(.decimal(Decimal(string: text) ?? 0))
        case (.percent, .text(let text)): return .value(.percent(Decimal(string: String(text.dropLast())) ?? 0))
        case (.money, .number(let text)): return .value(.money(Decimal(string: text) ?? 0, "EUR"))
        case (.money, .text(let text)):
            let parts = text.split(separator: " ")
            return .value(.money(Decimal(string: String(parts[0])) ?? 0, String(parts[1])))
        case (.string, .text(let text)), (.enumeration, .text(let text)): return .value(.text(text))
        case (.duration, .text(let text)): return .value(.span(Int64(text.dropLast()) ?? 0))
        case (.role, .text(let text)):
            return .value(.role(text, rulebook.roles.firstIndex(of: text) ?? 0))
        case (.list(let element), .list(let elements)):
            return .value(.list(elements.map { read($0, element, path) }))
        case (.record(let name), .object):
            var members: [String: ReferenceResult] = [:]
            for field in rulebook.entity(name) ?? [] {
                members[field.name] = member(json[field.name], field, "\(path).\(field.name)")
            }
            return .value(.record(members))
        case (.record(let name), .text(let identifier)):
            var members: [String: ReferenceResult] = [:]
            for field in rulebook.entity(name) ?? [] {
                members[field.name] = member(nil, field, "\(path).\(field.name)")
            }
            members["id"] = .value(.text(identifier))
            return .value(.record(members))
        default: return .failed
        }
    }

    private func member(_ json: ReferenceJSON?, _ field: ReferenceField, _ path: String) -> ReferenceResult {
        guard let json else { return field.defaultValue.map { .value($0) } ?? .missing([path]) }
        return read(json, field.type, path)
    }

    func fact(_ path: [String]) -> ReferenceResult {
        if path == ["now"] { return seconds.map { .value(.instant($0)) } ?? .missing(["now"]) }
        var result: ReferenceResult
        var rest = path.dropFirst()
        if path[0] == "event" {
            let name = path[1]
            rest = rest.dropFirst()
            if name == "reason" {
                result = reason.map { .value(.text($0)) } ?? .missing(["event.reason"])
            } else if name == "channel" {
                if case .text(let text)? = event["channel"] {
                    result = .value(.text(text))
                } else {
                    result = .missing(["event.channel"])
                }
            } else {
                guard let field = rulebook.fields(of: type).first(where: { $0.name == name }) else { return .failed }
                result = member(event["data"]?[name], field, "event.\(name)")
            }
        } else {
            guard let root = event[path[0]] else { return .missing([path[0]]) }
            result = read(root, .record(path[0]), path[0])
        }
        for name in rest {
            guard case .value(.record(let members)) = result else { return result }
            result = members[name] ?? .failed
        }
        return result
    }

    // MARK: Settings

    private func setting(_ name: String) -> ReferenceResult {
        guard let setting = rulebook.settings.first(where: { $0.name == name }) else { return .failed }
        switch setting.content {
        case .constant(let value): return .value(value)
        case .table: return .failed
        case .rows(let rows):
            var missing: Set<String> = []
            for row in rows {
                switch ReferenceTruth.all(tests(of: row)) {
                case .yes: return .value(row.value)
                case .missing(let names): missing.formUnion(names)
                case .no, .failed: break
                }
            }
            return .missing(missing.isEmpty ? ["settings.\(name)"] : missing)
        }
    }

    private func tests(of row: ReferenceSetting.Row) -> [ReferenceTruth] {
        var tests: [ReferenceTruth] = []
        if row.from != nil || row.until != nil {
            tests.append(isBetween(row.from?.seconds, row.until?.seconds))
        }
        if let tiers = row.tiers {
            tests.append(among(fact(["customer", "tier"]), tiers.map(ReferenceValue.text)))
        }
        if let points = row.points {
            switch fact(["customer", "points"]) {
            case .value(.int(let value)):
                let isInside = value >= points.atLeast ?? .min && value < points.under ?? .max
                tests.append(isInside ? .yes : .no)
            case .missing(let names): tests.append(.missing(names))
            default: tests.append(.failed)
            }
        }
        return tests
    }

    func isBetween(_ from: Int64?, _ until: Int64?) -> ReferenceTruth {
        guard let seconds else { return .missing(["now"]) }
        if let from, seconds < from { return .no }
        if let until, seconds >= until { return .no }
        return .yes
    }

    func among(_ result: ReferenceResult, _ values: [ReferenceValue]) -> ReferenceTruth {
        switch result {
        case .value(let value): values.contains(value) ? .yes : .no
        case .missing(let names): .missing(names)
        case .failed: .failed
        }
    }

    // MARK: Conditions

    func truth(_ condition: ReferenceCondition) -> ReferenceTruth {
        switch condition {
        case .term(let term): truth(term, [:])
        case .list(let parts): .all(parts.map { truth($0) })
        case .labelled(let parts): .all(parts.map { truth($0.condition) })
        case .any(let parts): .any(parts.map { truth($0) })
        case .not(let inner): truth(inner).opposite
        }
    }

    private func truth(_ term: ReferenceTerm, _ locals: [String: ReferenceResult]) -> ReferenceTruth {
        switch value(term, locals) {
        case .value(.bool(let value)): value ? .yes : .no
        case .missing(let names): .missing(names)
        case .value, .failed: .failed
        }
    }

    private func result(_ truth: ReferenceTruth) -> ReferenceResult {
        switch truth {
        case .yes: .value(.bool(true))
        case .no: .value(.bool(false))
        case .missing(let names): .missing(names)
        case .failed: .failed
        }
    }

    /// What a call comes to whose arguments are needed: missing facts of all of them, else failure, else its value.
    private func strict(_ arguments: [ReferenceResult], _ body: ([ReferenceValue]) -> ReferenceResult)
        -> ReferenceResult
    {
        var missing: Set<String>?
        for case .missing(let names) in arguments { missing = (missing ?? []).union(names) }
        if let missing { return .missing(missing) }
        let values = arguments.compactMap { if case .value(let value) = $0 { value } else { nil } }
        return values.count == arguments.count ? body(values) : .failed
    }

    func value(_ term: ReferenceTerm, _ locals: [String: ReferenceResult] = [:]) -> ReferenceResult {
        switch term {
        case .literal(let value): return .value(value)
        case .fact(let path): return fact(path)
        case .setting(let name): return setting(name)
        case .local(let name, let field):
            guard let field else { return locals[name] ?? .failed }
            return strict([locals[name] ?? .failed]) { values in
                guard case .record(let members) = values[0] else { return .failed }
                return members[field] ?? .failed
            }
        case .table(let name, let key):
            return strict([value(key, locals)]) { values in
                guard case .table(let entries)? = rulebook.settings.first(where: { $0.name == name })?.content,
                    case .text(let key) = values[0], let entry = entries.first(where: { $0.key == key })
                else { return .failed }
                return .value(entry.value)
            }
        case .arithmetic(let symbol, let left, let right):
            return strict([value(left, locals), value(right, locals)]) {
                ReferenceArithmetic.compute(symbol, $0[0], $0[1])
            }
        case .compare(let symbol, let left, let right):
            return strict([value(left, locals), value(right, locals)]) {
                ReferenceArithmetic.compare(symbol, $0[0], $0[1])
            }
        case .and(let terms, _): return result(.all(terms.map { truth($0, locals) }))
        case .or(let terms, _): return result(.any(terms.map { truth($0, locals) }))
        case .not(let term, _): return result(truth(term, locals).opposite)
        case .isAmong(let term, let values): return result(among(value(term, locals), values))
        case .isElement(let term, let list):
            return strict([value(term, locals), value(list, locals)]) { values in
                guard case .list(let elements) = values[1] else { return .failed }
                return result(.any(elements.map { among($0, [values[0]]) }))
            }
        case .has(let path):
            if case .value = fact(path) { return .value(.bool(true)) }
            return .value(.bool(false))
        case .hasLocal(let name, let field):
            return strict([locals[name] ?? .failed]) { values in
                guard case .record(let members) = values[0], let member = members[field] else { return .failed }
                if case .missing = member { return .value(.bool(false)) }
                return .value(.bool(true))
            }
        case .choice(let condition, let first, let second):
            switch truth(condition, locals) {
            case .yes: return value(first, locals)
            case .no: return value(second, locals)
            case let undecided: return result(undecided)
            }
        case .size(let list):
            return strict([value(list, locals)]) { values in
                guard case .list(let elements) = values[0] else { return .failed }
                return .value(.int(Int64(elements.count)))
            }
        case .quantified, .countWhere, .total: return loop(term, locals)
        }
    }

    private func loop(_ term: ReferenceTerm, _ locals: [String: ReferenceResult]) -> ReferenceResult {
        func each(_ name: String, _ list: ReferenceTerm, _ body: ([[String: ReferenceResult]]) -> ReferenceResult)
            -> ReferenceResult
        {
            strict([value(list, locals)]) { values in
                guard case .list(let elements) = values[0] else { return .failed }
                return body(elements.map { element in locals.merging([name: element]) { $1 } })
            }
        }
        switch term {
        case .quantified(let quantifier, let name, let list, let condition):
            return each(name, list) { rounds in
                let truths = rounds.map { truth(condition, $0) }
                switch quantifier {
                case .all: return result(.all(truths))
                case .exists: return result(.any(truths))
                case .existsOne:
                    let undecided = ReferenceTruth.all(truths.filter { $0 != .yes && $0 != .no })
                    guard undecided == .yes else { return result(undecided) }
                    return .value(.bool(truths.filter { $0 == .yes }.count == 1))
                }
            }
        case .countWhere(let name, let list, let condition):
            return each(name, list) { rounds in
                let truths = rounds.map { round in
                    let truth = truth(condition, round)
                    // What is kept must be known, or nothing is known of the list that it is kept for.
                    if truth == .yes, case .missing(let names)? = round[name] { return ReferenceTruth.missing(names) }
                    return truth
                }
                let undecided = ReferenceTruth.all(truths.filter { $0 != .yes && $0 != .no })
                guard undecided == .yes else { return result(undecided) }
                return .value(.int(Int64(truths.filter { $0 == .yes }.count)))
            }
        case .total(let name, let list, let part):
            return each(name, list) { rounds in
                strict(rounds.map { value(part, $0) }) { values in
                    guard let first = values.first else { return .failed }
                    return values.dropFirst().reduce(.value(first)) { sum, next in
                        strict([sum]) { ReferenceArithmetic.compute("+", $0[0], next) }
                    }
                }
            }
        default: return .failed
        }
    }
}
