import Foundation

/// A value, in the plainest form that can hold it.
indirect enum ReferenceValue: Equatable {
    case bool(Bool)
    case int(Int64)
    case decimal(Decimal)
    case percent(Decimal)
    case money(Decimal, String)
    case text(String)
    /// Seconds since 1970.
    case instant(Int64)
    /// Seconds.
    case span(Int64)
    /// The name of a role and its rank.
    case role(String, Int)
    case list([ReferenceResult])
    case record([String: ReferenceResult])

    /// The value as a rulebook or an input writes it, without quotes.
    var plainText: String {
        switch self {
        case .bool(let value): "\(value)"
        case .int(let value): "\(value)"
        case .decimal(let value): "\(value)"
        case .percent(let value): "\(value)%"
        case .money(let value, let currency): "\(value) \(currency)"
        case .text(let value): value
        case .instant(let value): Self.instantText(value)
        case .span(let value): "\(value)s"
        case .role(let name, _): name
        case .list, .record: "?"
        }
    }

    /// The value as a constant of a condition.
    var conditionText: String {
        switch self {
        case .bool, .int:
            plainText.hasPrefix("-") ? "(\(plainText))" : plainText
        default: "\"\(plainText)\""
        }
    }

    private static func instantText(_ seconds: Int64) -> String {
        let formatter = ISO8601DateFormatter()
        return formatter.string(from: Date(timeIntervalSince1970: TimeInterval(seconds)))
    }
}

/// A value, or why there is none.
enum ReferenceResult: Equatable {
    case value(ReferenceValue)
    /// These facts are missing.
    case missing(Set<String>)
    /// It cannot be computed.
    case failed
}

/// What a condition comes to.
enum ReferenceTruth: Equatable {
    case yes
    case no
    case missing(Set<String>)
    case failed

    var opposite: ReferenceTruth {
        switch self {
        case .yes: .no
        case .no: .yes
        case .missing, .failed: self
        }
    }

    /// All must hold: a false one decides; then what is missing; then failure.
    static func all(_ truths: [ReferenceTruth]) -> ReferenceTruth {
        if truths.contains(.no) { return .no }
        var missing: Set<String>?
        for case .missing(let names) in truths { missing = (missing ?? []).union(names) }
        if let missing { return .missing(missing) }
        return truths.contains(.failed) ? .failed : .yes
    }

    /// One must hold.
    static func any(_ truths: [ReferenceTruth]) -> ReferenceTruth { all(truths.map(\.opposite)).opposite }
}
