import CEL
import Foundation
import TestSupport
import Testing

@Suite("The library of encoders reads and writes base64")
struct EncodersLibraryTests {
    @Test(arguments: [
        ("base64.encode(b'')", "''"), ("base64.encode(b'f')", "'Zg=='"), ("base64.encode(b'fo')", "'Zm8='"),
        ("base64.encode(b'foobar')", "'Zm9vYmFy'"), ("base64.encode(b'\\xff\\xef\\xbe')", "'/+++'"),
        ("base64.decode('')", "b''"), ("base64.decode('Zg==')", "b'f'"), ("base64.decode('Zg')", "b'f'"),
        ("base64.decode('Zm8')", "b'fo'"), ("base64.decode('/+++')", "b'\\xff\\xef\\xbe'"),
        ("base64.decode('Zm9v\\r\\nYmFy\\n')", "b'foobar'"), ("base64.decode('Zh')", "b'f'"),
    ])
    func codes(_ source: String, _ other: String) throws {
        try LibraryCases.expect(source, gives: other, .encoders)
    }

    @Test(
        arguments: [
            ("base64.decode('Z')", .invalidArgument, "\"Z\" is no base64"),
            ("base64.decode('Zg=')", .invalidArgument, "no base64"),
            ("base64.decode('Zm8==')", .invalidArgument, "no base64"),
            ("base64.decode('=')", .invalidArgument, "no base64"),
            ("base64.decode('====')", .invalidArgument, "no base64"),
            ("base64.decode('A===')", .invalidArgument, "no base64"),
            ("base64.decode('Zm9v====')", .invalidArgument, "no base64"),
            ("base64.decode('Zg==Zg==')", .invalidArgument, "no base64"),
            ("base64.decode('-_-_')", .invalidArgument, "no base64"),
            ("base64.decode('Zm 8')", .invalidArgument, "no base64"),
            ("base64.decode('éé')", .invalidArgument, "no base64"),
            ("base64.decode(dyn(b'Zg'))", .noSuchOverload, "base64.decode"),
            ("base64.encode(dyn('f'))", .noSuchOverload, "base64.encode"),
        ] as [(String, CELError.Code, String)])
    func fails(_ source: String, with code: CELError.Code, _ part: String) throws {
        try LibraryCases.expect(source, fails: code, part, .encoders)
    }

    @Test("what is encoded is what Foundation encodes, and decodes to itself")
    func roundTrip() {
        var generator = SeededGenerator(seed: 3)
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0 ... .max, using: &generator) }
            let facts = ["x": CELValue.bytes(CELBytes(bytes))]
            let text = LibraryCases.checked("base64.encode(x)", .encoders, facts)
            #expect(text == .text(Data(bytes).base64EncodedString()))
            #expect(LibraryCases.checked("base64.decode(x)", .encoders, ["x": text]) == facts["x"])
        }
    }

    @Test("what would be too long is refused before it is made, and messages stay short")
    func isBounded() throws {
        let long = CELValue.bytes(CELBytes([UInt8](repeating: 0, count: 750_001)))
        try LibraryCases.expect("base64.encode(x)", fails: .limitExceeded, "1000000", .encoders, ["x": long])
        let text = CELValue.text(String(repeating: "-", count: 100_000))
        guard case .error(let error) = LibraryCases.checked("base64.decode(x)", .encoders, ["x": text]) else {
            Issue.record("no error")
            return
        }
        #expect(error.message.utf8.count < 100)
    }
}
