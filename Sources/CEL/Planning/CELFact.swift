/// A fact that conditions read, with the type of its values; one object for all conditions of an environment.
package final class CELFact: Sendable {
    /// The names that lead to it.
    package let path: CELAttributePath
    /// The type of its values.
    package let type: CELType

    init(path: CELAttributePath, type: CELType) {
        self.path = path
        self.type = type
    }
}
