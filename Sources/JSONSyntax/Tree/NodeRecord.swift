/// One value in the arena of a document: 16 bytes, children right behind their parent.
///
/// An object's children alternate between names (strings) and values.
@usableFromInline
package struct NodeRecord: Sendable {
    /// Where its text begins: a string's content without the quotes, a number, or an opening bracket.
    @usableFromInline package internal(set) var offset: UInt32
    /// The bytes of its text; of a list or object in a parsed document, up to and with the closing bracket.
    @usableFromInline package internal(set) var length: UInt32
    /// The index of the first record behind it and its children.
    @usableFromInline package internal(set) var next: UInt32
    /// Kind in bits 0 to 3, flags in bits 4 and 5, elements or members of a container in bits 8 to 31.
    @usableFromInline var tag: UInt32

    init(_ kind: JSONKind, offset: Int, length: Int, index: Int) {
        self.offset = UInt32(truncatingIfNeeded: offset)
        self.length = UInt32(truncatingIfNeeded: length)
        next = UInt32(truncatingIfNeeded: index + 1)
        tag = UInt32(kind.rawValue)
    }

    /// What kind of value it is.
    @inlinable package var kind: JSONKind { JSONKind(rawValue: UInt8(truncatingIfNeeded: tag & 0xF)) ?? .null }

    /// Whether the text of a string still holds escapes.
    @inlinable package internal(set) var hasEscapes: Bool {
        get { tag & 0x10 != 0 }
        set { tag = newValue ? tag | 0x10 : tag & ~0x10 }
    }

    /// The value of a Boolean.
    @inlinable package internal(set) var isTrue: Bool {
        get { tag & 0x20 != 0 }
        set { tag = newValue ? tag | 0x20 : tag & ~0x20 }
    }

    /// The elements of a list or the members of an object.
    @inlinable package internal(set) var count: Int {
        get { Int(tag >> 8) }
        set { tag = tag & 0xFF | UInt32(truncatingIfNeeded: newValue) << 8 }
    }

    /// The same text as a string: what a number says in letters.
    package var asString: NodeRecord {
        NodeRecord(.string, offset: Int(offset), length: Int(length), index: 0)
    }

    /// The bytes of its text.
    @inlinable package var range: Range<Int> { Int(offset)..<Int(offset) + Int(length) }
}
