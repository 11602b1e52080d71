/// The functions of the library `encoders`, as the package `ext` of cel-go defines them (`ext/encoders.go`).
///
/// - `base64.encode(bytes)`: the bytes as a string in the alphabet of RFC 4648, with padding.
/// - `base64.decode(string)`: the bytes of such a string, with or without padding.
enum EncodersLibrary {
    static let functions: [(String, [CELOverload])] = [
        (
            "base64.encode",
            [
                .unary("base64_encode_bytes", .bytes, .string) { value in
                    guard case .bytes(let bytes) = value else {
                        return StandardFunctions.noSuchOverload("base64.encode", value)
                    }
                    guard bytes.bytes.count <= encodedCountMax / 4 * 3 else {
                        return .failure(
                            .limitExceeded, "`base64.encode` would make more than \(encodedCountMax) bytes")
                    }
                    return .text(String(decoding: Base64.encode(bytes.bytes), as: UTF8.self))
                }
            ]
        ),
        (
            "base64.decode",
            [
                .unary("base64_decode_string", .string, .bytes) { value in
                    guard case .string(let text) = value else {
                        return StandardFunctions.noSuchOverload("base64.decode", value)
                    }
                    guard let bytes = Base64.decode(Array(text.text.utf8)) else {
                        return .failure(.invalidArgument, "\(shown(text)) is no base64 of RFC 4648")
                    }
                    return .bytes(CELBytes(bytes))
                }
            ]
        ),
    ]

    /// The longest string that is made, in bytes.
    static let encodedCountMax = CELLimits().createdElementCountMax

    /// A text in quotes, cut where it is long.
    private static func shown(_ text: CELString) -> String {
        let scalars = text.text.unicodeScalars.prefix(40)
        let isCut = scalars.endIndex < text.text.unicodeScalars.endIndex
        return QuotedText.quote(String(String.UnicodeScalarView(scalars)) + (isCut ? "…" : ""))
    }
}
