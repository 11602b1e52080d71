/// A Swift type whose values expressions can hand to declared functions and get back.
public protocol CELConvertible: Sendable {
    /// The type that expressions see.
    static var celType: CELType { get }
    /// Reads a value of the type; nil for any other.
    init?(celValue: CELValue)
    /// The value as expressions see it.
    var celValue: CELValue { get }
}

extension Bool: CELConvertible {
    /// Expressions see `bool`.
    public static var celType: CELType { .bool }
    /// Reads a `bool`.
    public init?(celValue: CELValue) {
        guard case .bool(let value) = celValue else { return nil }
        self = value
    }
    /// The same as a `bool`.
    public var celValue: CELValue { .bool(self) }
}

extension Int64: CELConvertible {
    /// Expressions see `int`.
    public static var celType: CELType { .int }
    /// Reads an `int`.
    public init?(celValue: CELValue) {
        guard case .int(let value) = celValue else { return nil }
        self = value
    }
    /// The same as an `int`.
    public var celValue: CELValue { .int(self) }
}

extension Int: CELConvertible {
    /// Expressions see `int`.
    public static var celType: CELType { .int }
    /// Reads an `int`, where this machine's integers hold it.
    public init?(celValue: CELValue) {
        guard case .int(let value) = celValue else { return nil }
        self.init(exactly: value)
    }
    /// The same as an `int`.
    public var celValue: CELValue { .int(Int64(self)) }
}

extension UInt64: CELConvertible {
    /// Expressions see `uint`.
    public static var celType: CELType { .uint }
    /// Reads a `uint`.
    public init?(celValue: CELValue) {
        guard case .uint(let value) = celValue else { return nil }
        self = value
    }
    /// The same as a `uint`.
    public var celValue: CELValue { .uint(self) }
}

extension Double: CELConvertible {
    /// Expressions see `double`.
    public static var celType: CELType { .double }
    /// Reads a `double`.
    public init?(celValue: CELValue) {
        guard case .double(let value) = celValue else { return nil }
        self = value
    }
    /// The same as a `double`.
    public var celValue: CELValue { .double(self) }
}

extension String: CELConvertible {
    /// Expressions see `string`.
    public static var celType: CELType { .string }
    /// Reads a `string`.
    public init?(celValue: CELValue) {
        guard case .string(let value) = celValue else { return nil }
        self = value.text
    }
    /// The same as a `string`.
    public var celValue: CELValue { .text(self) }
}

extension CELTimestamp: CELConvertible {
    /// Expressions see `timestamp`.
    public static var celType: CELType { .timestamp }
    /// Reads a `timestamp`.
    public init?(celValue: CELValue) {
        guard case .timestamp(let value) = celValue else { return nil }
        self = value
    }
    /// The same as a `timestamp`.
    public var celValue: CELValue { .timestamp(self) }
}

extension CELDuration: CELConvertible {
    /// Expressions see `duration`.
    public static var celType: CELType { .duration }
    /// Reads a `duration`.
    public init?(celValue: CELValue) {
        guard case .duration(let value) = celValue else { return nil }
        self = value
    }
    /// The same as a `duration`.
    public var celValue: CELValue { .duration(self) }
}

extension CELValue: CELConvertible {
    /// Expressions see `dyn`.
    public static var celType: CELType { .dyn }
    /// Takes any value.
    public init?(celValue: CELValue) { self = celValue }
    /// The value itself.
    public var celValue: CELValue { self }
}

extension Array: CELConvertible where Element: CELConvertible {
    /// Expressions see a list.
    public static var celType: CELType { .list(Element.celType) }
    /// Reads a list, all of whose elements have the type.
    public init?(celValue: CELValue) {
        guard case .list(let list) = celValue else { return nil }
        var elements: [Element] = []
        elements.reserveCapacity(list.elements.count)
        for element in list.elements {
            guard let element = Element(celValue: element) else { return nil }
            elements.append(element)
        }
        self = elements
    }
    /// The same as a list.
    public var celValue: CELValue { .elements(map(\.celValue)) }
}
