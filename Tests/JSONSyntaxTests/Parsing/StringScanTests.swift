import JSONSyntax
import Testing

@Suite("Each character of a string is taken at any place in it")
struct StringScanTests {
    /// Strings are read eight bytes at a time: each byte is tried at each place of two such words and a rest.
    @Test func everyByteAtEveryPlace() {
        for place in 0..<18 {
            for byte in UInt8.min...UInt8.max {
                var text = [UInt8](repeating: UInt8(ascii: " "), count: 20)
                text[0] = UInt8(ascii: "\"")
                text[19] = UInt8(ascii: "\"")
                text[place + 1] = byte
                let found = Result { () throws(JSONParsingError) in try JSONDocument.parse(text) }
                let isPlain = (0x20..<0x80).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
                switch found {
                case .success(let document):
                    #expect(isPlain)
                    #expect(document.root.withUTF8 { $0[place] } == byte)
                case .failure(let error):
                    // A backslash is at fault itself; a quote ends the string and leaves text behind it. A zero behind
                    // the first quote looks like UTF-16.
                    let isUTF16 = byte == 0 && place == 0 && error.code == .wrongEncoding
                    #expect(!isPlain && (isUTF16 || error.utf8Offset >= place + 1), "byte \(byte) at \(place)")
                }
            }
        }
    }

    @Test func everyCharacterReadsBack() throws {
        var scalars = String.UnicodeScalarView()
        for value in 0...UInt32(0x10FFFF) { if let scalar = Unicode.Scalar(value) { scalars.append(scalar) } }
        let text = String(scalars)
        for style in [JSONStyle.compact, .embedded] {
            var writer = JSONWriter(style: style)
            writer.string(text)
            let root = try JSONDocument.parse(writer.utf8).root
            #expect(root.hasText(text))
        }
    }
}
