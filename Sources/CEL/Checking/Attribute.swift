import Synchronization

/// A fact that expressions read; one object for all expressions of an environment, so that its path is made once.
final class Attribute: Sendable {
    /// The path of the fact.
    let path: CELAttributePath
    private let fields = Mutex<[String: Attribute]>([:])

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
}
