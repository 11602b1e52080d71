/// A member that is dropped, and counted where it has a value.
struct UndeclaredMember: Sendable {
    /// The name under which it is counted.
    let path: String
    /// The numbers of the paths that it would be read from.
    let sources: [Int]
}
