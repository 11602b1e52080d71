/// What a slot holds, in a form that can be read without touching any count of references.
///
/// Sixteen bytes without references: an array of them is a fact table that comparisons run over at memory speed.
@usableFromInline
package struct Peek: Sendable {
    /// What kind of value it is, as far as common operations ask.
    @usableFromInline
    enum Kind: UInt8, Sendable {
        case other, bool, int, double, duration, string, list, scalar
    }

    @usableFromInline let kind: Kind
    /// Of a scalar, which of the host's types it has; else 0.
    @usableFromInline let scalarKind: UInt8
    /// Of a scalar, how many of its digits stand after the point; else 0.
    @usableFromInline let scale: UInt8
    /// Of a text, what it is known by where it is interned, or 0; of a scalar, its unit.
    @usableFromInline let mark: UInt32
    /// The number, or the address of the object; it is the slot that keeps the object.
    @usableFromInline let bits: UInt64

    package init(_ value: CELValue) {
        var (scalarKind, scale, mark): (UInt8, UInt8, UInt32) = (0, 0, 0)
        switch value {
        case .bool(let truth): (kind, bits) = (.bool, truth ? 1 : 0)
        case .int(let number): (kind, bits) = (.int, UInt64(bitPattern: number))
        case .double(let number): (kind, bits) = (.double, number.bitPattern)
        case .duration(let length): (kind, bits) = (.duration, UInt64(bitPattern: length.nanoseconds))
        case .string(let text):
            (kind, bits) = (.string, Self.address(text))
            mark = text.mark
        case .list(let list): (kind, bits) = (.list, Self.address(list))
        case .scalar(let scalar):
            (kind, bits) = (.scalar, UInt64(bitPattern: scalar.payload))
            (scalarKind, scale, mark) = (scalar.kind, scalar.scale, UInt32(scalar.unit))
        case .null, .uint, .bytes, .timestamp, .map, .record, .optional, .opaque, .type, .error, .unknown:
            (kind, bits) = (.other, 0)
        }
        (self.scalarKind, self.scale, self.mark) = (scalarKind, scale, mark)
    }

    /// A text that none of those is that comparisons know: for tests only, which tell it from all of them.
    package static let foreignText = Peek(kind: .string, mark: .max)
    /// What no test can tell anything of.
    package static let nothing = Peek(kind: .other, mark: 0)

    private init(kind: Kind, mark: UInt32) {
        self.kind = kind
        self.mark = mark
        (scalarKind, scale, bits) = (0, 0, 0)
    }

    @inline(__always)
    private static func address(_ object: AnyObject) -> UInt64 {
        UInt64(UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque()))
    }

    /// Calls a closure with the object at an address that a slot keeps alive.
    @inline(__always)
    func with<Object: AnyObject, Result>(_ type: Object.Type, _ body: (Object) -> Result) -> Result? {
        guard let pointer = UnsafeRawPointer(bitPattern: UInt(bits)) else { return nil }
        return Unmanaged<Object>.fromOpaque(pointer)._withUnsafeGuaranteedRef(body)
    }
}

extension CELFrame {
    /// The truth value in a slot; nil where there is something else.
    @inline(__always)
    func bool(_ position: Int) -> Bool? {
        let peek = peek(position)
        return peek.kind == .bool ? peek.bits != 0 : nil
    }

    /// The whole number in a slot; nil where there is something else.
    @inline(__always)
    func int(_ position: Int) -> Int64? {
        let peek = peek(position)
        return peek.kind == .int ? Int64(bitPattern: peek.bits) : nil
    }

    /// The double in a slot; nil where there is something else.
    @inline(__always)
    func double(_ position: Int) -> Double? {
        let peek = peek(position)
        return peek.kind == .double ? Double(bitPattern: peek.bits) : nil
    }

    /// What a closure makes of the text in a slot; nil where there is something else.
    @inline(__always)
    func withText<Result>(_ position: Int, _ body: (CELString) -> Result) -> Result? {
        let peek = peek(position)
        return peek.kind == .string ? peek.with(CELString.self, body) : nil
    }

    /// How many elements the list in a slot has; nil where there is something else.
    @inline(__always)
    func listCount(_ position: Int) -> Int? {
        let peek = peek(position)
        return peek.kind == .list ? peek.with(CELList.self) { $0.count } : nil
    }
}
