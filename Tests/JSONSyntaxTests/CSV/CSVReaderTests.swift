import JSONSyntax
import Testing

@Suite("A table is read record by record wherever its blocks end")
struct CSVReaderTests {
    /// A table, with what each record must be: its fields between bars, or the fault, before them its lines.
    struct Table: Sendable, CustomTestStringConvertible {
        let text: String
        let records: [String]
        var separator = CSVSeparator.comma

        var testDescription: String { text }
    }

    private func describe(_ record: CSVRecord) -> String {
        let fields = (0..<record.count).map(record.string(at:)).joined(separator: "|")
        return "\(place(record.lines))@\(record.byteOffset):\(fields)\(record.endsWithLineBreak ? "" : "!")"
    }

    private func place(_ lines: ClosedRange<Int>) -> String {
        lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)-\(lines.upperBound)"
    }

    private func records(
        _ source: ByteSource, _ separator: CSVSeparator = .comma, _ limits: CSVLimits = .standard
    ) throws -> [String] {
        var reader = try CSVReader(source, separator: separator, limits: limits)
        var record = CSVRecord()
        var found = [reader.header.names.joined(separator: "|")]
        while let item = try reader.next(into: &record) {
            switch item {
            case .record: found.append(describe(record))
            case .refused(let error): found.append("\(place(error.lines)) \(error.reason)")
            }
        }
        #expect(try reader.next(into: &record) == nil)
        return found
    }

    static let tables: [Table] = [
        Table(text: "a,b\n1,2\n", records: ["a|b", "2@4:1|2"]),
        Table(text: "a,b\r\n1,2\r\n3,4", records: ["a|b", "2@5:1|2", "3@10:3|4!"]),
        Table(text: "\u{FEFF}\"a\",b\n,\n", records: ["a|b", "2@9:|"]),
        Table(text: "a;b\n1,5;2\n", records: ["a|b", "2@4:1,5|2"], separator: .semicolon),
        Table(text: "a\tb\n\"1\t\"\t2\n", records: ["a|b", "2@4:1\t|2"], separator: .tab),
        Table(text: "a,b\n\"x,\"\"y\"\"\",\"\"\n", records: ["a|b", "2@4:x,\"y\"|"]),
        Table(text: "a,b\n\"1\n2\r\n3\",x\ny,z\n", records: ["a|b", "2-4@4:1\n2\r\n3|x", "5@15:y|z"]),
        Table(text: "a\n\n\r\nx\n\n", records: ["a", "4@5:x"]),
        Table(text: "a\n\"\"\n\"\"", records: ["a", "2@2:", "3@5:!"]),
        Table(text: "a,b\n1, 2 \n", records: ["a|b", "2@4:1| 2 "]),
        Table(text: "a,b\né,€😀\n", records: ["a|b", "2@4:é|€😀"]),
        Table(text: "a,b", records: ["a|b"]),
        Table(
            text: "a,b\n1\n1,2,3\n4,5\n",
            records: [
                "a|b", "2 raggedRecord(fieldCount: 1, columnCount: 2)", "3 raggedRecord(fieldCount: 3, columnCount: 2)",
                "4@12:4|5",
            ]),
        Table(text: "a,b\n1,\"2\n3,4\n", records: ["a|b", "2-4 unclosedQuote(field: 2)"]),
        Table(text: "a,b\n1,x\"y\n3,4\n", records: ["a|b", "2 strayQuote(field: 2)", "3@10:3|4"]),
        Table(text: "a,b\n\"1\"x,2\n3,4\n", records: ["a|b", "2 textAfterQuote(field: 1)", "3@11:3|4"]),
        Table(text: "a,b\n1\r2,3\n3,4\n", records: ["a|b", "2 strayCarriageReturn(field: 1)", "3@10:3|4"]),
        Table(text: "a,b\n1,2\r", records: ["a|b", "2@4:1|2!"]),
        Table(text: "a,b\n1,\"2\"\r\n", records: ["a|b", "2@4:1|2"]),
        Table(text: "a,b\n1,", records: ["a|b", "2@4:1|!"]),
        Table(text: "a,,\n1,2,3\n", records: ["a||", "2@4:1|2|3"]),
    ]

    @Test(arguments: tables)
    func everySplit(_ table: Table) throws {
        let utf8 = Array(table.text.utf8)
        for first in 0...utf8.count {
            for second in first...utf8.count {
                let found = try records(.pieces(of: utf8, endingAt: [first, second]), table.separator)
                #expect(found == table.records, "split at \(first) and \(second)")
            }
        }
        #expect(try records(.memory(utf8, blockByteCount: 1), table.separator) == table.records)
    }

    @Test(
        "A record over a limit is refused by itself",
        arguments: [
            ("a,b\n12345678,9\n1,2\n", ["2 recordTooLong(byteCountMax: 8)", "3@15:1|2"]),
            ("a,b\n1234,5678\n1,2\n", ["2@4:1234|5678", "3@14:1|2"]),
            ("a,b\n\"1234\n5678,\"\"\n9\",x\n1,2\n", ["2-4 recordTooLong(byteCountMax: 8)", "5@23:1|2"]),
            ("a,b\n1,2,3,4,5\n1,2\n", ["2 tooManyFields(fieldCountMax: 3)", "3@14:1|2"]),
            ("a,b\n\"12345678901\n2,3\n", ["2-4 unclosedQuote(field: 1)"]),
        ] as [(String, [String])])
    func limits(_ text: String, _ expected: [String]) throws {
        let limits = CSVLimits(recordByteCountMax: 8, fieldCountMax: 3)
        #expect(try records(.memory(Array(text.utf8)), .comma, limits).dropFirst() == expected[...])
    }

    @Test func refusesWhatIsNotUTF8() throws {
        // Halves of `é` at both sides of a separator make no character.
        let bytes = Array("a,b\n".utf8) + [0x31, 0x2C, 0xFF, 0x0A, 0xC3, 0x2C, 0xA9, 0x0A] + Array("x,y\n".utf8)
        let expected = ["a|b", "2 invalidUTF8(field: 2)", "3 invalidUTF8(field: 1)", "4@12:x|y"]
        #expect(try records(.memory(bytes)) == expected)
    }

    @Test(
        "A header that cannot be read is an error of the whole table",
        arguments: [
            ("", .missingHeader, 1...1), ("\n\n", .missingHeader, 1...1),
            ("a,b,a\n", .duplicateColumn(name: "a", columns: 1, 3), 1...1),
            ("\n\"a\n", .unclosedQuote(field: 1), 2...3),
        ] as [(String, CSVError.Reason, ClosedRange<Int>)])
    func headers(_ text: String, _ reason: CSVError.Reason, _ lines: ClosedRange<Int>) throws {
        do {
            _ = try CSVReader(.memory(Array(text.utf8)))
            Issue.record("accepted")
        } catch let error as CSVError {
            #expect(error.reason == reason)
            #expect(error.lines == lines)
            #expect(!error.message.isEmpty)
        }
    }

    @Test func fieldsAreReadByColumn() throws {
        var reader = try CSVReader(.memory(Array("id,status\n7,OVERDUE\n8,\n".utf8)))
        #expect(reader.header.column(named: "nothing") == nil)
        let status = try #require(reader.header.column(named: "status"))
        var record = CSVRecord()
        #expect(try reader.next(into: &record) == .record)
        #expect(record.hasText(at: status, "OVERDUE"))
        #expect(!record.hasText(at: status, "OVER"))
        #expect(record.withUTF8(at: status) { $0.count } == 7)
        var builder = JSONDocumentBuilder()
        builder.string(record, column: status)
        #expect(try builder.finish().root.string == "OVERDUE")
        #expect(try reader.next(into: &record) == .record)
        #expect(record.isEmpty(at: status))
        #expect(reader.lineCount == 3)
        #expect(reader.byteCount == 23)
    }

    @Test(arguments: [21, 22, 23] as [UInt64])
    func anyBytesAreReadWithoutACrash(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let bytes: [UInt8] = Array("ab,\"\"\n\r;".utf8) + [0xC3, 0xA9, 0xFF]
        for round in 0..<2_000 {
            let body = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                bytes[Int.random(in: 0..<bytes.count, using: &generator)]
            }
            let table = Array("x,y\n".utf8) + body
            let cut = Int.random(in: 0...table.count, using: &generator)
            let whole = try records(.memory(table))
            #expect(try records(.pieces(of: table, endingAt: [cut])) == whole, "seed \(seed), round \(round)")
        }
    }
}
