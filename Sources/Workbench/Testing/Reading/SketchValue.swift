import SourceText
import YAMLSyntax

/// A value of an event as it is written, with its place: what defaults and rows of tables are laid over.
indirect enum SketchValue {
    /// A single value.
    case scalar(YAMLNode)
    /// A list, in written order.
    case list([SketchValue], SourceRange)
    /// Values by name, in written order.
    case members(SketchMembers, SourceRange)

    init(_ node: YAMLNode) {
        switch node.content {
        case .scalar: self = .scalar(node)
        case .sequence(let elements): self = .list(elements.map(SketchValue.init), node.range)
        case .mapping(let mapping): self = .members(SketchMembers(mapping), node.range)
        }
    }

    /// Where it is written.
    var range: SourceRange {
        switch self {
        case .scalar(let node): node.range
        case .list(_, let range), .members(_, let range): range
        }
    }

    /// The single value, where it is one.
    var node: YAMLNode? {
        if case .scalar(let node) = self { node } else { nil }
    }

    /// The value laid over another: names over names, and anything else in its place.
    ///
    /// A text under a value with names stands for the thing of that id.
    func laid(over base: SketchValue) -> SketchValue {
        guard case .members(let own, let range) = self else { return self }
        switch base {
        case .members(let members, _): return .members(own.laid(over: members), range)
        case .scalar(let node) where !node.isNull:
            let identifier = SketchMembers.Member(name: "id", range: node.range, value: base)
            return .members(own.laid(over: SketchMembers([identifier])), range)
        case .scalar, .list: return self
        }
    }
}

/// Values by name, each with the place of its name.
struct SketchMembers {
    struct Member {
        let name: String
        let range: SourceRange
        var value: SketchValue
    }

    private(set) var members: [Member]

    init(_ members: [Member] = []) { self.members = members }

    init(_ mapping: YAMLMapping) {
        members = mapping.entries.map {
            Member(name: $0.name, range: $0.key.range, value: SketchValue($0.value))
        }
    }

    subscript(name: String) -> SketchValue? { members.first { $0.name == name }?.value }

    /// The same without one of them, which is returned too.
    mutating func take(_ name: String) -> SketchValue? {
        guard let place = members.firstIndex(where: { $0.name == name }) else { return nil }
        return members.remove(at: place).value
    }

    /// Sets a value, over the one that is there.
    mutating func set(_ member: Member) {
        if let place = members.firstIndex(where: { $0.name == member.name }) {
            members[place] = Member(
                name: member.name, range: member.range, value: member.value.laid(over: members[place].value))
        } else {
            members.append(member)
        }
    }

    func laid(over base: SketchMembers) -> SketchMembers {
        var result = base
        for member in members { result.set(member) }
        return result
    }

    /// Sets a value below names that lie inside of each other.
    mutating func set(_ path: [Located<String>], to value: SketchValue) {
        guard let first = path.first else { return }
        var inner = value
        for name in path.dropFirst().reversed() {
            inner = .members(SketchMembers([Member(name: name.value, range: name.range, value: inner)]), value.range)
        }
        set(Member(name: first.value, range: first.range, value: inner))
    }
}
