package import CEL

/// The names and types that conditions can use: the vocabulary and the settings as declarations of the expression
/// language.
package struct RulebookSymbols: Sendable {
    package let vocabulary: Vocabulary
    package let literal: FactLiteral
    let calendars: [BusinessCalendar]
    /// The names of the phrase sets.
    let phrases: [String]
    /// The names of the scorecards, with the types of event that each judges; nil where something is wrong with it.
    private(set) var scorecards: [(name: String, types: Set<String>?)] = []
    private var base: CELDeclarations
    /// What conditions about any event are checked against; the fields of events are added to it.
    private var root: CELEnvironment

    init(
        vocabulary: Vocabulary, settings: [Setting], calendars: [BusinessCalendar], phrases: [String],
        literal: FactLiteral, rulebookID: String, version: String
    ) {
        self.vocabulary = vocabulary
        self.literal = literal
        self.calendars = calendars
        self.phrases = phrases
        let types = HouseTypes(literal: literal)
        var declarations = CELDeclarations()
        types.declare(in: &declarations)
        HouseFunctions(zone: literal.zone).declare(in: &declarations)
        for type in Self.enumerations(vocabulary: vocabulary, settings: settings) {
            declarations.text(CELTextType(type.text, readLiteral: types.reader(type)))
        }
        for entity in vocabulary.entities {
            declarations.record(Self.record(entity.name, entity.fields.map { ($0.name, $0.type) }, identity: "id"))
            declarations.variable(entity.name, .record(entity.name))
        }
        declarations.record(Self.record("settings", settings.map { ($0.name, $0.type.factType) }))
        declarations.variable("settings", .record("settings"))
        for setting in settings {
            guard case .constant(let value) = setting.content else { continue }
            declarations.constant("settings.\(setting.name)", value, HouseTypes.type(of: setting.type.factType))
        }
        Self.declare(calendars, in: &declarations)
        for function in PhraseFunction.allCases {
            declarations.record(Self.record(function.rawValue, phrases.map { ($0, function.type) }))
        }
        declarations.record(Self.record("rulebook", [("id", .string), ("version", .string)]))
        declarations.variable("rulebook", .record("rulebook"))
        declarations.constant("rulebook.id", .text(rulebookID), .string)
        declarations.constant("rulebook.version", .text(version), .string)
        declarations.variable("now", .timestamp)
        let eventTypes = FactType.enumeration(vocabulary.events.map(\.name))
        declarations.text(CELTextType("type of event", readLiteral: types.reader(eventTypes)))
        base = declarations
        root = Self.root(declarations, scorecards: [])
    }

    private static func root(_ base: CELDeclarations, scorecards: [String]) -> CELEnvironment {
        var declarations = base
        for function in ScorecardFunction.allCases {
            declarations.record(record(function.rawValue, scorecards.map { ($0, function.type) }))
            declarations.variable(function.rawValue, .record(function.rawValue))
        }
        var options = CELOptions(wordOperators: true)
        options.internsTexts = true
        options.fieldFunctions = Set(
            PhraseFunction.allCases.map(\.rawValue) + ScorecardFunction.allCases.map(\.rawValue))
        options.checksPatterns = true
        return CELEnvironment(declarations, options: options)
    }

    /// Makes calendars known as `calendars.NAME`, and as a table, for those that a fact chooses.
    private static func declare(_ calendars: [BusinessCalendar], in declarations: inout CELDeclarations) {
        guard !calendars.isEmpty else { return }
        let name = CELType.text("name of a calendar")
        declarations.text(CELTextType("name of a calendar", members: calendars.map(\.name)))
        let values = calendars.map { (CELValue.text($0.name), CELValue.opaque(CELOpaque($0))) }
        declarations.constant("calendars", .map(.unique(values)), .map(name, HouseTypes.calendar))
        for calendar in calendars {
            declarations.constant("calendars.\(calendar.name)", .opaque(CELOpaque(calendar)), HouseTypes.calendar)
        }
    }

    /// The same names and the facts that are measured over earlier events, as `facts.NAME`.
    func adding(_ facts: [DerivedFact]) -> RulebookSymbols {
        var symbols = self
        symbols.base.record(
            CELRecordType("facts", fields: facts.map { CELRecordType.Field($0.name, $0.measure.type) }))
        symbols.base.variable("facts", .record("facts"))
        symbols.root = Self.root(symbols.base, scorecards: scorecards.map(\.name))
        return symbols
    }

    /// The same names and the scorecards.
    func adding(_ scorecards: [Scorecard], names: [String]) -> RulebookSymbols {
        var symbols = self
        symbols.scorecards = names.map { name in
            (name, scorecards.first { $0.name == name }.map { Set($0.pattern.types) })
        }
        symbols.root = Self.root(base, scorecards: names)
        return symbols
    }

    /// What sets the environment of conditions about some events apart.
    ///
    /// - Parameters:
    ///   - shape: what the events have in common.
    ///   - isTrigger: whether they begin a timeline, whose limits may call them `trigger`.
    /// - Returns: the same for all events whose conditions mean the same.
    func environmentShape(for shape: EventShape, isTrigger: Bool) -> EnvironmentShape {
        let judging = scorecards.filter { $0.types?.isSuperset(of: shape.types) ?? true }.map(\.name)
        return EnvironmentShape(
            fields: shape.fields.map { .init(name: $0.name, type: $0.type) }, hasText: shape.hasText,
            isTrigger: isTrigger, scorecards: judging.count == scorecards.count ? nil : judging)
    }

    /// The environment in which conditions about events of a shape are checked.
    func environment(for shape: EnvironmentShape) -> CELEnvironment {
        let envelope = EventShape.envelope.map { member in
            CELRecordType.Field(
                member.name, member.name == "type" ? .text("type of event") : HouseTypes.type(of: member.type))
        }
        let own = shape.fields.map { CELRecordType.Field($0.name, HouseTypes.type(of: $0.type)) }
        var records = [CELRecordType("event", fields: envelope + own)]
        var variables: [String: CELType] = ["event": .record("event")]
        if shape.isTrigger { variables["trigger"] = .record("event") }
        if shape.hasText {
            for function in PhraseFunction.allCases { variables[function.rawValue] = .record(function.rawValue) }
        }
        if let judging = shape.scorecards {
            records += ScorecardFunction.allCases.map { function in
                Self.record(function.rawValue, judging.map { ($0, function.type) })
            }
        }
        return root.adding(records: records, variables: variables)
    }

    /// The fact type of a number in the expression language; nil for any other type.
    func numericType(_ type: CELType) -> FactType? { HouseTypes.numericType(type) }

    /// A type in words for a message.
    func describe(_ type: CELType) -> String {
        switch type {
        case .int: "a whole number"
        case .string: "a text"
        case .bool: "a truth value"
        case .timestamp: "an instant"
        case .duration: "a length of time"
        case .list: "a list"
        case .map: "a table"
        case .record(let name): "the whole of `\(name)`"
        case HouseTypes.calendar: "a calendar"
        case .scalar("money"): "an amount of money"
        case .scalar("percent"): "a percentage"
        case .scalar("decimal"): "a decimal number"
        case .scalar(let name): "a \(name)"
        case .double: "a number with a fraction"

        case .text(let name): "a text, \(name)"
        default: type.description
        }
    }

    private static func record(
        _ name: String, _ fields: [(String, FactType)], identity: String? = nil
    ) -> CELRecordType {
        CELRecordType(
            name, fields: fields.map { CELRecordType.Field($0.0, HouseTypes.type(of: $0.1)) }, identity: identity)
    }

    private static func enumerations(vocabulary: Vocabulary, settings: [Setting]) -> Set<FactType> {
        var found: Set<FactType> = []
        func visit(_ type: FactType) {
            switch type {
            case .enumeration: found.insert(type)
            case .list(let inner), .map(let inner): visit(inner)
            default: break
            }
        }
        for field in vocabulary.entities.flatMap(\.fields) + vocabulary.events.flatMap(\.fields) { visit(field.type) }
        for setting in settings { visit(setting.type.factType) }
        return found
    }
}

extension RulebookSymbols {
    /// The type of the expression language that holds the values of a fact's type.
    package static func type(of fact: FactType) -> CELType { HouseTypes.type(of: fact) }
}
