import CEL
import JSONSyntax
import RulebookModel

/// The texts that a rulebook compares facts with, interned: an input that says one of them gets that very object.
///
/// Such a fact costs no new text when an event is read, and comparing it with the constant is comparing two addresses.
/// Texts that no condition names are made anew, and compared byte by byte.
final class TextPool: Sendable {
    /// The texts, each once.
    private let texts: [CELString]
    /// The same as facts that tests compare.
    private let facts: [Peek]
    /// Open addressing: the place of a text, or −1; at most half full.
    private let table: [Int32]

    /// Makes a pool of texts.
    init(_ candidates: some Sequence<CELString>) {
        var seen: Set<CELString> = []
        let texts = candidates.map(\.interned).filter { seen.insert($0).inserted }
        var size = 8
        while size < texts.count * 2 { size *= 2 }
        var table = [Int32](repeating: -1, count: size)
        for (place, text) in texts.enumerated() {
            var copy = text.text
            var slot = copy.withUTF8 { Self.hash($0.span) } & (size - 1)
            while table[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            table[slot] = Int32(place)
        }
        self.texts = texts
        self.table = table
        facts = texts.map { Peek(.string($0)) }
    }

    /// What its texts are known by.
    var marks: Set<UInt32> { Set(texts.map(\.mark)) }

    /// The interned text that a JSON string says; nil where it is none of them.
    func text(_ node: JSONNode) -> CELString? {
        node.withUTF8 { text($0) }
    }

    /// The interned text of some bytes; nil where it is none of them.
    func text(_ utf8: Span<UInt8>) -> CELString? { place(of: utf8).map { texts[$0] } }

    /// Some bytes as a fact for tests.
    func fact(_ utf8: Span<UInt8>) -> Peek { place(of: utf8).map { facts[$0] } ?? .foreignText }

    private func place(of utf8: Span<UInt8>) -> Int? {
        guard !texts.isEmpty else { return nil }
        var slot = Self.hash(utf8) & (table.count - 1)
        while table[slot] >= 0 {
            let place = Int(table[slot])
            if texts[place].hasBytes(utf8) { return place }
            slot = (slot + 1) & (table.count - 1)
        }
        return nil
    }

    /// The interned text that is equal to a text; nil where it is none of them.
    func text(_ text: String) -> CELString? {
        var text = text
        return text.withUTF8 { self.text($0.span) }
    }

    /// FNV-1a with 64 bits: fast on short texts. An input cannot fill the table, so it cannot make look-ups slow.
    private static func hash(_ bytes: Span<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash >> 1)
    }
}

extension TextPool {
    /// The texts that standards name in their scopes and conditions, and those of constant settings.
    convenience init(standards: some Sequence<StandardProgram>, settings: [CELValue]) {
        var found: [CELString] = []
        for value in settings { Self.collect(value, &found) }
        for standard in standards {
            for value in standard.scope.flatMap(\.values) { Self.collect(value, &found) }
            standard.forEachExpression { expression in
                let conjunction = expression.source.form.conjunction
                conjunction.forEachOperand { if case .constant(let value) = $0 { Self.collect(value, &found) } }
                if conjunction.isWhole { return }
                Self.collect(expression.source.checked.root, of: expression, &found)
            }
        }
        self.init(found)
    }

    private static func collect(_ node: CELExpression, of expression: ExpressionProgram, _ found: inout [CELString]) {
        switch node.kind {
        case .literal:
            if let value = expression.source.checked.literalValue(of: node) { collect(value, &found) }
        case .identifier: break
        case .select(let operand, _), .presence(let operand, _): collect(operand, of: expression, &found)
        case .call(_, let target, let arguments):
            if let target { collect(target, of: expression, &found) }
            for argument in arguments { collect(argument, of: expression, &found) }
        case .list, .map, .record, .comprehension, .binding, .block:
            for child in node.children { collect(child, of: expression, &found) }
        }
    }

    private static func collect(_ value: CELValue, _ found: inout [CELString]) {
        switch value {
        case .string(let text): found.append(text)
        case .list(let list): for element in list.elements { collect(element, &found) }
        case .map(let map):
            for key in map.keys { collect(key, &found) }
            for element in map.values { collect(element, &found) }
        default: break
        }
    }
}
