/// What a key of a map is to the reader.
struct KnownKeys {
    /// Keys that this version reads.
    let names: [String]
    /// Keys of the language that it does not run yet, with what they are.
    let notYet: [String: String]

    init(_ names: [String], notYet: [String: String] = [:]) {
        self.names = names
        self.notYet = notYet
    }
}
