import JSONSyntax

/// A value of a suite's file with the demands that the format makes on it.
struct SuiteNode {
    let node: JSONNode
    /// The file, for faults.
    let text: SuiteText

    /// A fault at this value.
    func fault(_ message: String) -> SuiteFault {
        SuiteFault(
            kind: .malformed, path: text.path, place: node.utf8Range.map { text.place(of: $0.lowerBound) },
            message: message)
    }

    /// A member that may be absent.
    func optional(_ name: String) -> SuiteNode? { node[name].map { SuiteNode(node: $0, text: text) } }

    /// A member that must be there.
    func required(_ name: String) throws(SuiteFault) -> SuiteNode {
        guard node.kind == .object else { throw fault("expected an object, found \(node.kind.noun)") }
        guard let member = optional(name) else { throw fault("`\(name)` is missing") }
        return member
    }

    func string() throws(SuiteFault) -> String {
        guard let string = node.string else { throw fault("expected a string, found \(node.kind.noun)") }
        return string
    }

    func bool() throws(SuiteFault) -> Bool {
        guard let bool = node.bool else { throw fault("expected true or false, found \(node.kind.noun)") }
        return bool
    }

    func int32() throws(SuiteFault) -> Int32 {
        guard let value = node.int64.flatMap({ Int32(exactly: $0) }) else {
            throw fault("expected a whole number of 32 bits")
        }
        return value
    }

    /// An integer that is written as a string of digits.
    func decimalString<Number: FixedWidthInteger>(_ type: Number.Type) throws(SuiteFault) -> Number {
        let text = try string()
        guard let value = Number(text) else { throw fault("`\(text)` is no whole number in the range of its type") }
        return value
    }

    func elements() throws(SuiteFault) -> [SuiteNode] {
        guard node.kind == .list else { throw fault("expected a list, found \(node.kind.noun)") }
        return node.elements.map { SuiteNode(node: $0, text: text) }
    }

    func strings() throws(SuiteFault) -> [String] {
        var strings: [String] = []
        for element in try elements() { strings.append(try element.string()) }
        return strings
    }

    /// The two elements of a list that must have two.
    func pair() throws(SuiteFault) -> (SuiteNode, SuiteNode) {
        let parts = try elements()
        guard parts.count == 2 else { throw fault("expected a list of two, found \(parts.count)") }
        return (parts[0], parts[1])
    }

    /// The members of an object.
    func members() throws(SuiteFault) -> [(name: String, value: SuiteNode)] {
        guard node.kind == .object else { throw fault("expected an object, found \(node.kind.noun)") }
        return node.members.map { ($0.name, SuiteNode(node: $0.value, text: text)) }
    }

    /// The one member of an object that must have one.
    func onlyMember() throws(SuiteFault) -> (name: String, value: SuiteNode) {
        let members = try members()
        guard members.count == 1 else { throw fault("expected an object with one key, found \(members.count)") }
        return members[0]
    }
}
