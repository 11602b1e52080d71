import CEL
import SourceText
import YAMLSyntax

/// Reads what a rulebook says about itself.
struct HeaderReader {
    let id: String
    /// Where the name stands; nil where it is missing.
    let range: SourceRange?
    let title: LocalizedText?
    let version: String
    let effective: EffectivePeriod
    let timeZone: String
    let currency: Currency?
    let locales: [String]
    let lint: [LintSetting]
    private let unlisted: YAMLNode?
    /// Whether it says what an unlisted action leads to.
    var saysUnlisted: Bool { unlisted != nil }

    init(root: YAMLMapping, diagnostics: inout DiagnosticCollector) {
        id = root["rulebook"].flatMap { Self.readName($0, diagnostics: &diagnostics) } ?? "rulebook"
        range = root["rulebook"]?.range
        title = root["title"]?.localizedText("a title", diagnostics: &diagnostics)
        version = root["version"].flatMap { $0.text("`version`", diagnostics: &diagnostics) } ?? "unversioned"
        timeZone = root["timeZone"].flatMap { Self.readZone($0, diagnostics: &diagnostics) } ?? "UTC"
        currency = root["currency"].flatMap { Self.readCurrency($0, diagnostics: &diagnostics) }
        effective = PeriodReader(zone: CELTimeZone.named(timeZone) ?? .utc)
            .readEffective(root["effective"], diagnostics: &diagnostics)
        locales = Self.readLocales(root["locales"], diagnostics: &diagnostics)
        lint = LintSettingsReader.read(root["lint"], diagnostics: &diagnostics)
        unlisted = root["unlisted"]
    }

    /// Reads what an unlisted action leads to: by default it is refused.
    func readUnlisted(roles: [String], diagnostics: inout DiagnosticCollector) -> UnlistedConsequence {
        guard let unlisted else { return .deny }
        if case .mapping = unlisted.content {
            guard let node = unlisted.escalation("`unlisted`", diagnostics: &diagnostics),
                let role = node.text("a role", diagnostics: &diagnostics)
            else { return .deny }
            guard roles.contains(role) else {
                diagnostics.add(.unknownRole(role, known: roles, at: node.range))
                return .deny
            }
            return .escalate(role: role)
        }
        guard let word = unlisted.text("`unlisted`", diagnostics: &diagnostics) else { return .deny }
        switch word {
        case "allow": return .allow
        case "justify": return .justify
        case "deny": return .deny
        case "escalate":
            guard let highest = roles.last else {
                diagnostics.add(
                    .badValue(
                        "nobody can approve: the rulebook has no roles", help: "declare `roles:`, lowest first",
                        at: unlisted.range))
                return .deny
            }
            return .escalate(role: highest)
        default:
            let known = ["allow", "justify", "escalate", "deny"]
            diagnostics.add(.unknownWord(word, for: "outcome", known: known, at: unlisted.range))
            return .deny
        }
    }

    private static func readName(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> String? {
        guard let name = node.text("the rulebook's name", diagnostics: &diagnostics) else { return nil }
        guard Spelling.isDottedName(name) else {
            diagnostics.add(
                .malformedName(
                    name, for: "a rulebook", help: "use letters, digits, `_`, `-`, and dots between", at: node.range))
            return nil
        }
        return name
    }

    private static func readZone(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> String? {
        guard let name = node.text("`timeZone`", diagnostics: &diagnostics) else { return nil }
        guard CELTimeZone.named(name) != nil else {
            diagnostics.add(
                .badValue(
                    "`\(name)` is no time zone", help: "write an IANA name such as Europe/Ljubljana", at: node.range))
            return nil
        }
        return name
    }

    private static func readCurrency(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Currency? {
        guard let code = node.text("`currency`", diagnostics: &diagnostics) else { return nil }
        guard let currency = Currency(code: code) else {
            diagnostics.add(
                .badValue("`\(code)` is no currency in use", help: Currency.advice(for: code), at: node.range))
            return nil
        }
        return currency
    }

    private static func readLocales(_ node: YAMLNode?, diagnostics: inout DiagnosticCollector) -> [String] {
        var places: [String: SourceRange] = [:]
        return (node?.oneOrMore ?? []).compactMap { element in
            guard let tag = readLocale(element, diagnostics: &diagnostics) else { return nil }
            if let first = places[tag] {
                diagnostics.add(.duplicate("the language", tag, at: element.range, first: first))
                return nil
            }
            places[tag] = element.range
            return tag
        }
    }

    private static func readLocale(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> String? {
        guard let tag = node.text("a language", diagnostics: &diagnostics) else { return nil }
        guard Spelling.isLocale(tag) else {
            diagnostics.add(
                .badValue("`\(tag)` is no language tag", help: "write a tag such as `en` or `pt-BR`", at: node.range))
            return nil
        }
        return tag
    }
}
