/// The functions of the library `strings`.
enum StringsLibrary {
    static let functions: [(String, [CELOverload])] = []
}
