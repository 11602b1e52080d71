/// The functions of the library `math`.
enum MathLibrary {
    static let functions: [(String, [CELOverload])] = []
}
