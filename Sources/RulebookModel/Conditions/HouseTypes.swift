package import CEL

/// The value types of service standards, as types of the expression language.
struct HouseTypes {
    let literal: FactLiteral

    static let money = CELType.scalar("money")
    static let percent = CELType.scalar("percent")
    static let decimal = CELType.scalar("decimal")
    static let date = CELType.scalar("date")
    static let role = CELType.scalar("role")
    static let timeOfDay = CELType.scalar("time of day")
    static let calendar = CELType.abstract("calendar", [])

    /// Adds the types that every rulebook has.
    func declare(in declarations: inout CELDeclarations) {
        scalar(
            .money, "money", .money, advice: "write an amount with its currency in quotes, as in \"20 EUR\"",
            in: &declarations)
        scalar(.percent, "percent", .percent, advice: "write a percentage in quotes, as in \"15%\"", in: &declarations)
        scalar(.decimal, "decimal", .decimal, advice: "write the number in quotes, as in \"12.5\"", in: &declarations)
        scalar(.date, "date", .date, advice: "write a date in quotes, as in \"2026-11-20\"", in: &declarations)
        scalar(.role, "role", .role, advice: "write a role in quotes, as in \"supervisor\"", in: &declarations)
        declarations.scalar(
            CELScalarType(
                "time of day", kind: FactScalar.timeOfDay.rawValue,
                numberAdvice: "write a time in quotes, as in \"08:30\"", readLiteral: Self.readTimeOfDay
            ) { TimeOfDay(nanoseconds: $0.payload).text })
        for type in [FactType.hours, .locale, .zone] {
            declarations.text(CELTextType(type.text, readLiteral: reader(type)))
        }
        declarations.literalReader(for: .duration, reader(.duration))
        declarations.literalReader(for: .timestamp, reader(.timestamp))
    }

    private func scalar(
        _ kind: FactScalar, _ name: String, _ type: FactType, advice: String, in declarations: inout CELDeclarations
    ) {
        let roles = literal.roles
        declarations.scalar(
            CELScalarType(name, kind: kind.rawValue, numberAdvice: advice, readLiteral: reader(type)) {
                $0.text(roles: roles)
            })
    }

    private static func readTimeOfDay(_ text: String) -> CELLiteralReading {
        guard let time = TimeOfDay(parsing: text) else {
            return .rejected(
                message: "`\(text)` is no time of the day", help: "write two digits each, as in \"08:30\"")
        }
        return .value(.scalar(CELScalar(time)))
    }

    /// Reads string constants of conditions as values of a type.
    func reader(_ type: FactType) -> CELLiteralReader {
        let literal = literal
        return { text in
            do throws(FactLiteral.Rejection) {
                return .value(try literal.read(text, as: type))
            } catch {
                return .rejected(message: error.message, help: error.help)
            }
        }
    }

    /// The type of the expression language that holds the values of a fact's type.
    static func type(of fact: FactType) -> CELType {
        switch fact {
        case .bool: .bool
        case .int: .int
        case .decimal: decimal
        case .percent: percent
        case .money: money
        case .string: .string
        case .timestamp: .timestamp
        case .date: date
        case .duration: .duration
        case .role: role
        case .hours, .locale, .zone, .enumeration: .text(fact.text)
        case .entity(let name): .record(name)
        case .list(let element): .list(type(of: element))
        case .map(let value): .map(.string, type(of: value))
        }
    }

    /// The fact type whose values a type of the expression language holds, for numbers; nil for any other.
    static func numericType(_ type: CELType) -> FactType? {
        switch type {
        case .int: .int
        case .duration: .duration
        case decimal: .decimal
        case percent: .percent
        case money: .money
        default: nil
        }
    }
}

extension CELScalar {
    /// The value as people write it; the roles are the rulebook's, lowest first.
    package func text(roles: [String]) -> String {
        switch fact {
        case .money: money?.text ?? "?"
        case .percent: percent?.text ?? "?"
        case .decimal: number?.text() ?? "?"
        case .date: date?.description ?? "?"
        case .timeOfDay: TimeOfDay(nanoseconds: payload).text
        case .role: Int(exactly: payload).flatMap { roles.indices.contains($0) ? roles[$0] : nil } ?? "?"
        case nil: "?"
        }
    }
}
