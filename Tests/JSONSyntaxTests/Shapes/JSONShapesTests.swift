import Testing

@testable import JSONSyntax

@Suite("A text is read along the shape of earlier ones as if nobody had read those")
struct JSONShapesTests {
    /// Everything that a document holds, or what is said of the text.
    private static func text(_ read: () throws -> JSONDocument) -> String {
        do {
            return try read().withView { view in
                (0..<view[0].next).map { number in
                    let record = view[Int(number)]
                    return
                        "\(record.kind) \(record.range) \(record.next) \(record.count) \(record.hasEscapes) \(record.isTrue)"
                }.joined(separator: "\n")
            }
        } catch { return "\(error)" }
    }

    /// Whether the shapes read a text as a parser does that knows nothing.
    private static func agrees(
        _ bytes: [UInt8], _ shapes: inout JSONShapes, limits: JSONLimits = .standard,
        mark: JSONDocument.ByteOrderMark = .refused
    ) -> Bool {
        let own = text { try shapes.parse(bytes) }
        return own == text { try JSONDocument.parse(bytes, limits: limits, byteOrderMark: mark) }
    }

    private static let rows = [
        #"{"id":"e1","kind":"sale","at":1790000000327,"who":{"id":"a1","team":"t"},"tags":["a","b"],"ok":true,"note":null}"#,
        #"{"id":"e2","kind":"sale","at":-1.5e3,"who":{"id":"ž","team":""},"tags":[],"ok":false,"note":"\"q\" \u00e9"}"#,
        #"{"id":"e3","kind":"sale","at":0,"who":{"id":"a","team":"t"},"tags":[1,[{"a":[]},{}],"x"],"ok":true,"note":1}"#,
        #"{"id":"e4","kind":"visit","who":"a1"}"#,
        #"{"id":"e5","kind":"visit","who":{"id":"a1"}}"#,
        #"{"id":"e6","kind":"visit","who":{},"x":1}"#,
        "{ \"id\" : \"e7\" ,\t\"kind\":\"visit\" }\r",
        #"{"a\u0062":1,"n":{"n":{"n":{"v":[[[]]]}}}}"#,
        #"[{"id":"e8"}]"#, #""text""#, "17", "{}", "",
    ]

    @Test("whatever stands in a row, and however often such rows came before")
    func damaged() {
        var random = SeededGenerator(seed: 7)
        var shapes = JSONShapes()
        var knownCount = 0
        for round in 0..<4_000 {
            var bytes = Array(Self.rows[Int(random.next() % UInt64(Self.rows.count))].utf8)
            // The first rows are whole; then most have one byte that is another, is missing, or is one too many.
            if round > 100, !bytes.isEmpty, random.next() % 4 > 0 {
                let place = Int(random.next() % UInt64(bytes.count))
                let byte = Array("\"\\{}[],:0 9-.eEtfn\u{1}ž".utf8).randomElement(using: &random) ?? 0
                switch random.next() % 4 {
                case 0: bytes[place] = byte
                case 1: bytes.insert(byte, at: place)
                case 2: bytes.remove(at: place)
                default: bytes.removeLast(bytes.count - place)
                }
            }
            #expect(Self.agrees(bytes, &shapes), "\(String(decoding: bytes, as: UTF8.self))")
            if shapes.scan(bytes) != nil {
                knownCount += 1
                #expect(Self.text { shapes.document(of: bytes) } == Self.text { try JSONDocument.parse(bytes) })
            }
        }
        // Else nothing would have been tried.
        #expect(knownCount > 500)
    }

    @Test("the values of a text are found where those of its shape lay")
    func values() throws {
        var shapes = JSONShapes()
        _ = try shapes.parse(Array(Self.rows[0].utf8))
        let other = Array(Self.rows[2].utf8)
        let found = shapes.scan(other)
        let shape = try #require(found)
        let sample = shapes.samples[shape]
        var places = [Int32](repeating: 0, count: sample.values.count + 1)
        shapes.fill(&places, with: (0..<Int32(sample.values.count)).map { $0 } + [-1])
        #expect(places.last == -1)
        let names = ["id", "kind", "at", "id", "team", "tags", "ok", "note"]
        shapes.document(of: other).withView { view in
            #expect(sample.values.count == names.count)
            for (name, place) in zip(names, places) {
                let text = String(decoding: view.text(view[Int(place) - 1]), as: UTF8.self)
                #expect(text == name)
            }
        }
    }

    @Test("a name that stands twice is refused though each of the parts is known")
    func duplicates() {
        var shapes = JSONShapes()
        for text in [#"{"a":1,"b":2}"#, #"{"b":1,"a":2}"#, #"{"a":1,"c":2,"b":3}"#] {
            #expect(Self.agrees(Array(text.utf8), &shapes))
        }
        for text in [
            #"{"a":1,"a":2}"#, #"{"a":1,"b":2,"a":3}"#, #"{"a":1,"c":2,"b":3,"c":4}"#, #"{"a":[{"x":1,"x":2}],"b":2}"#,
        ] {
            #expect(Self.agrees(Array(text.utf8), &shapes))
            #expect(throws: JSONParsingError.self) { try shapes.parse(Array(text.utf8)) }
        }
    }

    @Test("the limits hold along a shape")
    func limits() {
        let limits = JSONLimits(depthMax: 3, byteCountMax: 60, nodeCountMax: 12)
        var shapes = JSONShapes(limits: limits)
        for text in [
            #"{"a":1,"b":[1]}"#, #"{"a":1,"b":[[1]]}"#, #"{"a":1,"b":[[[1]]]}"#, #"{"a":1,"b":[1,2,3,4,5,6]}"#,
            #"{"a":1,"b":[1,2,3,4,5,6,7,8]}"#, #"{"a":"0123456789012345678901234567890123456789","b":[1]}"#,
            #"{"a":"012345678901234567890123456789012345678901234567","b":[1]}"#,
        ] {
            #expect(Self.agrees(Array(text.utf8), &shapes, limits: limits), "\(text)")
        }
    }

    @Test("a byte order mark is skipped where it may be")
    func marks() {
        var skipping = JSONShapes(byteOrderMark: .skipped)
        var refusing = JSONShapes()
        for text in [#"{"a":1}"#, "\u{FEFF}{\"a\":2}", "\u{FEFF}{\"a\":3}", #"{"a":4}"#] {
            #expect(Self.agrees(Array(text.utf8), &skipping, mark: .skipped))
            #expect(Self.agrees(Array(text.utf8), &refusing))
        }
    }

    @Test("texts that are all different, deep or wide are read, and no memory is taken for them without end")
    func strangers() {
        var shapes = JSONShapes()
        for number in 0..<9_000 {
            let text = number % 20 == 0 ? #"{"same":1}"# : "{\"a\(number)\":\(number)}"
            #expect(Self.agrees(Array(text.utf8), &shapes))
        }
        #expect(shapes.samples.count <= ShapeTable.shapeCountMax)
        let deep = String(repeating: "{\"a\":", count: 40) + "1" + String(repeating: "}", count: 40)
        let long = "{\"long\":\"\(String(repeating: "x", count: JSONShapes.learnedByteCountMax))\"}"
        let wide = "{" + (0..<400).map { "\"a\($0)\":\($0)" }.joined(separator: ",") + "}"
        var others = JSONShapes()
        for text in [deep, deep, wide, wide, long, long] { #expect(Self.agrees(Array(text.utf8), &others)) }
        #expect(others.samples.isEmpty)
    }
}
