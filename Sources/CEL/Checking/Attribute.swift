import Synchronization

/// A fact that expressions read; one object for all expressions of an environment, so that its path is made once.
final class Attribute: Sendable {
    /// The path of the fact.
    let path: CELAttributePath
    private let fields = Mutex<[String: Attribute]>([:])
    private let facts = Mutex<[CELFact]>([])

    init(_ path: CELAttributePath) { self.path = path }

    /// The attribute of a field.
    func field(_ name: String) -> Attribute {
        fields.withLock { fields in
            if let known = fields[name] { return known }
            let made = Attribute(path.appending(name))
            fields[name] = made
            return made
        }
    }

    /// The fact that it is where its values have a type, which differs where environments differ.
    func fact(_ type: CELType) -> CELFact {
        facts.withLock { facts in
            if let known = facts.first(where: { $0.type == type }) { return known }
            let made = CELFact(path: path, type: type)
            facts.append(made)
            return made
        }
    }
}
