/// What a key of a map is to the reader.
package struct KnownKeys {
    /// Keys that this version reads.
    package let names: [String]
    /// Keys of the language that it does not run yet, with what they are.
    package let notYet: [String: String]

    package init(_ names: [String], notYet: [String: String] = [:]) {
        self.names = names
        self.notYet = notYet
    }
}
