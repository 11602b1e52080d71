/// Writes JSON in a fixed layout: members in the order given, one a line or all on one line.
struct JSONOutput: Sendable {
    /// How the members of an object or array are set.
    enum Layout: Sendable {
        /// One a line, indented.
        case lines
        /// All on one line.
        case inline
    }

    private struct Container: Sendable {
        let layout: Layout
        let closer: UInt8
        var isEmpty = true
    }

    var out = ReportBytes()
    private var open: [Container] = []

    mutating func beginObject(_ layout: Layout = .lines) { begin("{", closer: "}", layout) }

    mutating func beginArray(_ layout: Layout = .lines) { begin("[", closer: "]", layout) }

    /// Closes the innermost object or array.
    mutating func end() {
        guard let container = open.popLast() else { return }
        if container.layout == .lines, !container.isEmpty { newLine() }
        out.append(container.closer)
    }

    /// Begins a member of the innermost object; its value follows.
    mutating func key(_ name: String) {
        separate()
        quoted(name.utf8)
        out.append(": ")
    }

    /// Begins a member whose name is given in UTF-8.
    mutating func key(utf8 name: ArraySlice<UInt8>) {
        separate()
        quoted(name)
        out.append(": ")
    }

    /// Begins an element of the innermost array; its value follows.
    mutating func element() { separate() }

    mutating func string(_ text: String) { quoted(text.utf8) }

    mutating func string(utf8 text: ArraySlice<UInt8>) { quoted(text) }

    mutating func number(_ number: Int) { out.append(String(number)) }

    /// Writes what is already JSON.
    mutating func raw(_ text: String) { out.append(text) }

    mutating func member(_ name: String, _ text: String) {
        key(name)
        string(text)
    }

    mutating func member(_ name: String, _ value: Int) {
        key(name)
        number(value)
    }

    /// Writes a member that is null where there is no text.
    mutating func member(_ name: String, orNull text: String?) {
        key(name)
        if let text { string(text) } else { raw("null") }
    }

    private mutating func begin(_ opener: Unicode.Scalar, closer: Unicode.Scalar, _ layout: Layout) {
        out.append(UInt8(ascii: opener))
        open.append(Container(layout: layout, closer: UInt8(ascii: closer)))
    }

    private mutating func separate() {
        guard let last = open.indices.last else { return }
        if !open[last].isEmpty { out.append(UInt8(ascii: ",")) }
        switch open[last].layout {
        case .lines: newLine()
        case .inline: if !open[last].isEmpty { out.append(UInt8(ascii: " ")) }
        }
        open[last].isEmpty = false
    }

    private mutating func newLine() {
        out.append("\n" + String(repeating: "  ", count: open.count))
    }

    /// RFC 8259, section 7; text beyond ASCII stands as it is.
    private mutating func quoted(_ text: some Collection<UInt8>) {
        out.append(UInt8(ascii: "\""))
        for byte in text { escape(byte) }
        out.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): out.append("\\\"")
        case UInt8(ascii: "\\"): out.append("\\\\")
        case UInt8(ascii: "\n"): out.append("\\n")
        case UInt8(ascii: "\r"): out.append("\\r")
        case UInt8(ascii: "\t"): out.append("\\t")
        case 0x00...0x1F, 0x7F:
            let digits = String(byte, radix: 16)
            out.append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
        default: out.append(byte)
        }
    }
}
