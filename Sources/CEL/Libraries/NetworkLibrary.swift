/// The functions of the library `network`.
enum NetworkLibrary {
    static let functions: [(String, [CELOverload])] = []

    /// The names of the types of addresses and networks.
    static let typeNames: [CELTypeValue] = []
}
