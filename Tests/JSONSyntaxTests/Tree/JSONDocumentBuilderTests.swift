import JSONSyntax
import Testing

@Suite("A built document reads like a parsed one")
struct JSONDocumentBuilderTests {
    private func text(_ document: JSONDocument) -> String {
        var writer = JSONWriter()
        writer.node(document.root)
        return String(decoding: writer.utf8, as: UTF8.self)
    }

    @Test func allKinds() throws {
        var builder = JSONDocumentBuilder()
        builder.beginObject()
        builder.name("text")
        builder.string("a\"\\\né")
        builder.name(JSONName("list"))
        builder.beginList()
        builder.int(-3)
        builder.number("54.850")
        try builder.decimal(#require(JSONDecimal(mantissa: 125, scale: 2)))
        builder.bool(true)
        builder.bool(false)
        builder.null()
        builder.beginObject()
        builder.endObject()
        builder.endList()
        builder.name("last")
        builder.string("")
        builder.endObject()
        let document = try builder.finish()
        #expect(
            text(document) == #"{"text":"a\"\\\né","list":[-3,54.850,1.25,true,false,null,{}],"last":""}"#)
        #expect(document.root["text"]?.string == "a\"\\\né")
        #expect(document.root["list"]?.count == 7)
        #expect(document.root["list"]?[1]?.decimal == JSONDecimal(mantissa: 5485, scale: 2))
        #expect(document.root["last"]?.hasText("") == true)
        #expect(document.root.utf8Range == nil)
    }

    @Test("A document over another one refers to its text, and keeps it")
    func refers() throws {
        var names = JSONNameTable()
        let (own, text, list) = (names.add("own"), names.add("text"), names.add("list"))
        var builder = JSONDocumentBuilder()
        var documents: [JSONDocument] = []
        for number in 0..<3 {
            let source = try JSONDocument.parse(#"{"n":\#(number).50,"s":"\u00e9","l":[1,{"a":"b"}]}"#)
            builder.begin(over: source, names: names)
            builder.beginObject()
            builder.name(at: own)
            builder.refer(to: try #require(source.root["s"]).record)
            builder.name(at: text)
            builder.refer(toTextOf: try #require(source.root["n"]).record)
            builder.name(at: list)
            builder.copy(try #require(source.root["l"]))
            builder.name("more")
            builder.copy(try JSONDocument.parse(#"["x"]"#).root)
            builder.endObject()
            documents.append(try builder.finish())
        }
        for (number, document) in documents.enumerated() {
            #expect(self.text(document) == #"{"own":"é","text":"\#(number).50","list":[1,{"a":"b"}],"more":["x"]}"#)
        }
        // Names that come twice are found here, too.
        builder.begin(over: nil, names: names)
        builder.beginObject()
        for _ in 0..<2 {
            builder.name(at: own)
            builder.null()
        }
        builder.endObject()
        #expect(throws: JSONBuildingError.duplicateName("own")) { try builder.finish() }
        // And the fault is forgotten with its document.
        builder.bool(true)
        #expect(try builder.finish().root.bool == true)
    }

    @Test func copiesParts() throws {
        let source = try JSONDocument.parse(#"{"skip":[0],"order":{"id":"\u00e9","items":[{"n":1},{"n":2.50}]},"z":1}"#)
        let order = try #require(source.root["order"])
        var builder = JSONDocumentBuilder()
        builder.beginList()
        builder.copy(order)
        builder.copy(order)
        builder.endList()
        let document = try builder.finish()
        let once = #"{"id":"é","items":[{"n":1},{"n":2.50}]}"#
        #expect(text(document) == "[\(once),\(once)]")
        #expect(document.root[1]?["items"]?[1]?["n"]?.numberText == "2.50")
        // A copy of a copy, and a part that is the whole document.
        builder.copy(document.root)
        #expect(text(try builder.finish()) == "[\(once),\(once)]")
    }

    @Test("Faults of the data are thrown at the end")
    func faults() {
        func fault(_ limits: JSONLimits = .standard, _ build: (inout JSONDocumentBuilder) -> Void) -> JSONBuildingError?
        {
            var builder = JSONDocumentBuilder(limits: limits)
            builder.beginList()
            build(&builder)
            builder.endList()
            do throws(JSONBuildingError) {
                _ = try builder.finish()
                return nil
            } catch {
                return error
            }
        }
        #expect(fault { $0.number("1.") } == .malformedNumber("1."))
        #expect(fault { $0.number("NaN") } == .malformedNumber("NaN"))
        #expect(fault { $0.string(utf8: ([0xC3] as [UInt8]).span) } == .invalidUTF8)
        let duplicate = fault {
            $0.beginObject()
            $0.name("a")
            $0.int(1)
            $0.name("a")
            $0.int(2)
            $0.endObject()
        }
        #expect(duplicate == .duplicateName("a"))
        #expect(fault(JSONLimits(nodeCountMax: 2)) { for _ in 0..<5 { $0.int(1) } } == .tooManyNodes(nodeCountMax: 2))
        #expect(fault(JSONLimits(byteCountMax: 3)) { for _ in 0..<5 { $0.int(1) } } == .tooLong(byteCountMax: 3))
        let deep = fault(JSONLimits(depthMax: 2)) {
            $0.beginList()
            $0.beginObject()
            $0.name("x")
            $0.null()
            $0.endObject()
            $0.endList()
        }
        #expect(deep == .tooDeep(depthMax: 2))
        let copied = fault(JSONLimits(depthMax: 3)) { builder in
            guard let source = try? JSONDocument.parse("[[1],[2],{}]") else { return }
            builder.copy(source.root)
            source.root[1].map { builder.copy($0) }
        }
        #expect(copied == nil)
        let copiedTooDeep = fault(JSONLimits(depthMax: 3)) { builder in
            guard let source = try? JSONDocument.parse("[1,{\"a\":[]},2]") else { return }
            builder.copy(source.root)
        }
        #expect(copiedTooDeep == .tooDeep(depthMax: 3))
    }

    @Test func isReadyForTheNextDocumentAfterAFault() throws {
        var builder = JSONDocumentBuilder()
        builder.number("x")
        #expect(throws: JSONBuildingError.malformedNumber("x")) { try builder.finish() }
        builder.int(5)
        #expect(text(try builder.finish()) == "5")
    }

    @Test func keepsNamesWithBackslashesApart() throws {
        var builder = JSONDocumentBuilder()
        builder.beginObject()
        builder.name("\\u0061")
        builder.int(1)
        builder.name("a")
        builder.int(2)
        builder.endObject()
        #expect(text(try builder.finish()) == #"{"\\u0061":1,"a":2}"#)
    }
}
