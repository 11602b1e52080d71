package import CEL
package import JSONSyntax
import RulebookModel

/// A field made ready to be read from documents: the common types without a detour, the others by ``FactReader``.
final class FieldLayout: Sendable {
    /// How a value is read without a detour.
    private enum Reading: Sendable {
        case bool
        /// A whole number within bounds.
        case int(ClosedRange<Int64>)
        /// An exact number.
        case decimal
        /// A bare amount of the rulebook's currency.
        case amount(Currency)
        case text
        /// One of some texts, each with its value.
        case word(MemberTable, [CELValue])
        case instant
        /// Everything else.
        case other
    }

    let definition: FieldDefinition
    /// Whether it can hold members that nobody declared.
    let isComposed: Bool
    private let reading: Reading

    init(_ definition: FieldDefinition, facts: FactReader) {
        self.definition = definition
        isComposed =
            switch definition.type {
            case .entity, .list, .map: true
            default: false
            }
        reading = Self.reading(definition, facts: facts)
    }

    private static func reading(_ field: FieldDefinition, facts: FactReader) -> Reading {
        if field.minimum != nil || field.maximum != nil {
            guard case .int = field.type, let low = bound(field.minimum, else: .min),
                let high = bound(field.maximum, else: .max), low <= high
            else { return .other }
            return .int(low...high)
        }
        switch field.type {
        case .bool: return .bool
        case .int: return .int(.min ... .max)
        case .decimal: return .decimal
        case .money: return facts.currency.map(Reading.amount) ?? .other
        case .string: return .text
        case .timestamp: return .instant
        case .role: return words(facts.literal.roles, field, facts)
        case .enumeration(let words): return Self.words(words, field, facts)
        default: return .other
        }
    }

    private static func bound(_ value: CELValue?, else fallback: Int64) -> Int64? {
        switch value {
        case nil: fallback
        case .int(let bound): bound
        default: nil
        }
    }

    private static func words(_ words: [String], _ field: FieldDefinition, _ facts: FactReader) -> Reading {
        var values: [CELValue] = []
        for word in words {
            guard let value = try? facts.read(word, as: field.type) else { return .other }
            // Known by a number, so that tests tell it from every word that a condition names.
            if case .string(let text) = value { values.append(.string(text.interned)) } else { values.append(value) }
        }
        return .word(MemberTable(words), values)
    }

    /// Reads a value that is not null; nil where that is not done without a detour.
    ///
    /// - Parameters:
    ///   - record: where it lies.
    ///   - view: in what.
    ///   - isNeeded: whether anybody asks for the value; else a text is not made, and only its kind is looked at.
    ///   - facts: whose texts are drawn.
    /// - Returns: the value; where it is not needed, anything that is known.
    @inline(__always)
    func value(
        _ record: NodeRecord, in view: JSONView, isNeeded: Bool, facts: FactReader
    ) -> CELValue? {
        switch reading {
        case .int(let range):
            guard let number = view.plainInteger(record), range.contains(number) else { return nil }
            return .int(number)
        case .text:
            guard record.kind == .string else { return nil }
            return isNeeded ? .string(facts.text(record, in: view)) : .bool(true)
        case .word(let table, let values):
            guard record.kind == .string, let place = table.place(of: record, in: view) else { return nil }
            return values[place]
        case .bool: return record.kind == .bool ? .bool(record.isTrue) : nil
        case .instant:
            return CELTimestamp(record, in: view).map(CELValue.timestamp)
        case .decimal: return view.exactDecimal(record).map { .scalar(CELScalar($0)) }
        case .amount(let currency):
            guard let number = view.exactDecimal(record), number.fits(fractionDigits: currency.fractionDigits) else {
                return nil
            }
            return .scalar(CELScalar(Money(amount: number, currency: currency)))
        case .other: return nil
        }
    }
}

extension FieldLayout {
    /// How a value of the field is looked at.
    ///
    /// - Parameters:
    ///   - place: where it goes among the facts, or −1.
    ///   - words: receives the words that it may be.
    ///   - currencies: receives its currency.
    /// - Returns: nil where it takes more than a look.
    func form(place: Int32, words: inout [FieldWords], currencies: inout [Currency]) -> FieldForm? {
        func form(
            _ kind: FieldForm.Kind, _ range: ClosedRange<Int64> = .min ... .max, words: FieldWords? = nil,
            currency: Int = 0, fractionDigits: Int = 0
        ) -> FieldForm {
            FieldForm(
                kind: kind, field: .passUnretained(self), fractionDigits: UInt8(clamping: fractionDigits), place: place,
                words: words.map { .passUnretained($0) }, currency: Int32(currency), low: range.lowerBound,
                high: range.upperBound)
        }
        switch reading {
        case .bool: return form(.bool)
        case .int(let range): return form(.int, range)
        case .decimal: return form(.decimal)
        case .amount(let currency):
            currencies.append(currency)
            return form(.amount, currency: currencies.count - 1, fractionDigits: currency.fractionDigits)
        case .text: return form(.text)
        case .word(let table, let values):
            let own = FieldWords(table, values)
            words.append(own)
            return form(.word, words: own)
        case .instant: return form(.instant)
        case .other: return nil
        }
    }
}

extension CELTimestamp {
    /// The instant that a string of a document writes without escapes; nil where it writes none.
    package init?(_ record: NodeRecord, in view: JSONView) {
        guard record.kind == .string, !record.hasEscapes else { return nil }
        self.init(parsing: view.text(record).span)
    }
}

extension JSONView {
    /// The exact value of a number; nil where it does not fit, and for any other kind.
    func exactDecimal(_ record: NodeRecord) -> ExactDecimal? {
        if let plain = plainDecimal(record) { return ExactDecimal(mantissa: plain.mantissa, scale: plain.scale) }
        return decimal(record).flatMap { ExactDecimal(mantissa: $0.mantissa, scale: $0.scale) }
    }
}
