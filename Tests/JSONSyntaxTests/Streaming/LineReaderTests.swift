import JSONSyntax
import Testing

@Suite("A text is read line by line wherever its blocks end")
struct LineReaderTests {
    /// A short form of an item: `number@offset:text`, with `!` where no line break follows.
    private func describe(_ item: LineReader.Item) -> String {
        switch item {
        case .line(let line):
            let text = String(decoding: line.utf8, as: UTF8.self)
            return "\(line.number)@\(line.byteOffset):\(text)\(line.endsWithLineBreak ? "" : "!")"
        case .tooLong(let number, let byteOffset, let byteCount): return "\(number)@\(byteOffset)#\(byteCount)"
        }
    }

    private func items(_ source: ByteSource, lineByteCountMax: Int = 1000) throws -> [String] {
        var reader = LineReader(source, lineByteCountMax: lineByteCountMax)
        var items: [String] = []
        while let item = try reader.next() { items.append(describe(item)) }
        #expect(try reader.next() == nil)
        return items
    }

    @Test(
        arguments: [
            ("", []), ("a", ["1@0:a!"]), ("a\n", ["1@0:a"]), ("a\nb", ["1@0:a", "2@2:b!"]),
            ("a\r\nb\r\n", ["1@0:a", "2@3:b"]), ("\n\na\n\n", ["3@2:a"]), (" \n\t\r\na", ["3@5:a!"]),
            ("a\rb\n", ["1@0:a\rb"]),
            ("a\r", ["1@0:a\r!"]), ("\u{FEFF}a\nb\n", ["1@3:a", "2@5:b"]), ("\u{FEFF}", []),
            ("a\n\u{FEFF}b\n", ["1@0:a", "2@2:\u{FEFF}b"]),
            ("12345678\n", ["1@0:12345678"]), ("12345678\r\n", ["1@0:12345678"]),
            ("123456789\nb\n", ["1@0#9", "2@10:b"]),
            ("123456789\r\nb", ["1@0#9", "2@11:b!"]), ("12345678\r\r\nb", ["1@0#9", "2@11:b!"]),
            ("a\n1234567890", ["1@0:a", "2@2#10"]),
            ("é\n€😀\n", ["1@0:é", "2@3:€😀"]), ("\n", []), ("\r\n\r\nx", ["3@4:x!"]),
        ] as [(String, [String])])
    func everySplit(_ text: String, into expected: [String]) throws {
        let utf8 = Array(text.utf8)
        for first in 0...utf8.count {
            for second in first...utf8.count {
                let found = try items(.pieces(of: utf8, endingAt: [first, second]), lineByteCountMax: 8)
                #expect(found == expected, "split at \(first) and \(second)")
            }
        }
        #expect(try items(.memory(utf8, blockByteCount: 1), lineByteCountMax: 8) == expected)
    }

    @Test func counts() throws {
        var reader = LineReader(.memory(Array("\u{FEFF}a\n\n \nb\n\n".utf8)))
        while try reader.next() != nil {}
        #expect(reader.lineCount == 5)
        #expect(reader.blankLineCount == 3)
        #expect(reader.byteCount == 11)
    }

    @Test func reportsATwentyMegabyteLineAndGoesOn() throws {
        let source = ByteSource.long(
            "{\"a\":1}\n", filler: UInt8(ascii: "x"), byteCount: 20 << 20, "\n{\"b\":2}\n{\"c\":")
        let found = try items(source, lineByteCountMax: LineReader.standardLineByteCountMax)
        #expect(found == ["1@0:{\"a\":1}", "2@8#20971520", "3@20971529:{\"b\":2}", "4@20971537:{\"c\":!"])
    }

    @Test func showsEachBlockOnce() throws {
        let text = Array(String(repeating: "line\n", count: 200_000).utf8)
        var seen: [UInt8] = []
        var blockCount = 0
        let source = ByteSource.memory(text).observed {
            seen.append(contentsOf: $0)
            blockCount += 1
        }
        #expect(try items(source).count == 200_000)
        #expect(seen == text)
        #expect(blockCount == 4)
    }

    private struct SourceFailure: Error {}

    @Test func passesOnWhatTheSourceThrows() throws {
        var callCount = 0
        let source = ByteSource { buffer in
            callCount += 1
            guard callCount == 1 else { throw SourceFailure() }
            buffer.copyBytes(from: "a\nb".utf8)
            return 3
        }
        var reader = LineReader(source)
        #expect(try reader.next().map(describe) == "1@0:a")
        var hasFailed = false
        do { _ = try reader.next() } catch is SourceFailure { hasFailed = true }
        #expect(hasFailed)
    }
}
