/// The functions of the library `encoders`.
enum EncodersLibrary {
    static let functions: [(String, [CELOverload])] = []
}
