/// A sentence with places for what is told in it: `After {trigger}, {other} must follow {limit}.`
struct HandbookTemplate: ExpressibleByStringLiteral, Hashable, Sendable {
    let source: String

    init(stringLiteral value: String) { source = value }

    /// The names of its places, in order.
    var places: [String] { parts.compactMap { if case .place(let name) = $0 { name } else { nil } } }

    private enum Part {
        case words(String)
        case place(String)
    }

    private var parts: [Part] {
        var parts: [Part] = []
        var rest = source[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            parts.append(.words(String(rest[..<open])))
            parts.append(.place(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        return parts + [.words(String(rest))]
    }

    /// The sentence; what is filled in is never looked at for places, and an empty filling leaves no gap.
    func filled(_ fillings: [String: String]) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .words(let words): text += words
            case .place(let name):
                let filling = fillings[name] ?? ""
                if filling.isEmpty, text.last == " " { text.removeLast() }
                text += filling
            }
        }
        return text
    }
}
