import TestSupport
import Testing

@testable import CEL

@Suite("Addresses and networks are read exactly, printed canonically and compared by what they are")
struct NetworkLibraryTests {
    private static let environment = CELEnvironment(options: CELOptions(libraries: [.network]))

    /// The value of an expression, checked first, or left to run time.
    private func evaluate(_ source: String, isChecked: Bool = true) throws -> CELValue {
        let tree = try #require(Self.environment.parse(source).tree)
        var slots = CELSlotTable()
        let expression =
            isChecked
            ? try #require(Self.environment.check(tree).expression, "\(Self.environment.check(tree).issues)")
            : Self.environment.resolve(tree)
        return Self.environment.program(for: expression, slots: &slots).evaluate(CELFrame(slots))
    }

    @Test(arguments: [
        ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"), ("10.0.200.1", "10.0.200.1"),
        ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("2001:DB8::68", "2001:db8::68"),
        ("2001:db8:0:0:0:0:0:1", "2001:db8::1"), ("2001:0db8::0001", "2001:db8::1"),
        ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("2001:db8::1:0:0:1", "2001:db8::1:0:0:1"),
        ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
        ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"), ("0:0:0:0:0:0:0:0", "::"),
        ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), ("::1.2.3.4", "::102:304"),
        ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"), ("::ffff:c0a8:1", "192.168.0.1"),
        ("0:0:0:0:0:ffff:102:304", "1.2.3.4"), ("::fffe:1.2.3.4", "::fffe:102:304"),
        ("ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ])
    func readsAddresses(_ text: String, as printed: String) throws {
        #expect(try IPAddress(parsing: text).description == printed)
        #expect(try evaluate("string(ip('\(text)'))") == .text(printed))
        #expect(try evaluate("isIP('\(text)')") == .bool(true))
        #expect(try evaluate("ip.isCanonical('\(text)')") == .bool(text == printed))
    }

    private static let refused: [(String, IPAddress.ParsingFailure)] = [
        ("", .malformed), ("1", .malformed), ("1.2.3", .malformed), ("1.2.3.4.5", .malformed), ("1.2.3.4.", .malformed),
        (".1.2.3", .malformed), ("1..2.3", .malformed), ("01.2.3.4", .malformed), ("1.2.3.00", .malformed),
        ("1.2.3.256", .malformed), ("1.2.3.-4", .malformed), ("1.2.3.+4", .malformed), ("1.2.3.4 ", .malformed),
        (" 1.2.3.4", .malformed), ("1.2.3.0x4", .malformed), ("١.2.3.4", .malformed), ("1.2.3.4%eth0", .malformed),
        (":", .malformed), (":::", .malformed), (":::1", .malformed), ("1:", .malformed), (":1", .malformed),
        ("1:2:3:4:5:6:7", .malformed), ("1:2:3:4:5:6:7:8:9", .malformed), ("1:2:3:4:5:6:7:8:", .malformed),
        ("1:2:3:4::5:6:7:8", .malformed), ("::1::", .malformed), ("1::2::3", .malformed), ("12345::", .malformed),
        ("00001::", .malformed), ("g::", .malformed), ("::1.2.3", .malformed), ("::1.2.3.04", .malformed),
        ("1.2.3.4::", .malformed), ("::1.2.3.4:5", .malformed), ("1.2.3.4:5::6", .malformed),
        ("1:2:3:4:5:6:7:1.2.3.4", .malformed), ("[::1]", .malformed), ("::1/64", .malformed),
        ("::ffff:1.2.3.4", .mapped), ("0:0:0:0:0:ffff:1.2.3.4", .mapped), ("::FFFF:1.2.3.4", .mapped),
        ("fe80::1%eth0", .zone), ("fe80::1%", .zone), ("%eth0", .malformed), ("fe80::%1%2", .zone),
    ]

    @Test(arguments: refused)
    func refusesAddresses(_ text: String, because failure: IPAddress.ParsingFailure) throws {
        #expect(throws: failure) { try IPAddress(parsing: text) }
        for call in ["ip", "ip.isCanonical", "cidr('::/0').containsIP"] {
            guard case .error(let error) = try evaluate("\(call)('\(text)')") else {
                Issue.record("\(call)('\(text)') is no error")
                continue
            }
            #expect(error.code == .invalidArgument)
        }
        #expect(try evaluate("isIP('\(text)')") == .bool(false))
    }

    @Test(arguments: [
        ("1.2.3.4/0", "0.0.0.0/0"), ("1.2.3.4/32", "1.2.3.4/32"), ("192.168.77.9/20", "192.168.64.0/20"),
        ("2001:db8::1/0", "::/0"), ("2001:db8::1/128", "2001:db8::1/128"), ("2001:DB8:ffff::/33", "2001:db8:8000::/33"),
    ])
    func readsNetworks(_ text: String, masked: String) throws {
        let block = try CIDRBlock(parsing: text)
        #expect(block.masked.description == masked)
        #expect(block.masked.masked == block.masked)
        #expect(try evaluate("string(cidr('\(text)').masked())") == .text(masked))
        #expect(try evaluate("isCIDR('\(text)') && cidr('\(text)').containsIP(cidr('\(text)').ip())") == .bool(true))
        #expect(try evaluate("cidr('\(text)').containsCIDR(cidr('\(text)').masked())") == .bool(true))
    }

    @Test(arguments: [
        "", "/", "1.2.3.4", "1.2.3.4/", "/8", "1.2.3.4/33", "1.2.3.4/08", "1.2.3.4/+8", "1.2.3.4/-0", "1.2.3.4/8 ",
        "1.2.3.4/8/8", "::/129", "::/00", "::/1000", "::/99999999999999999999", "fe80::1%eth0/64", "::ffff:1.2.3.4/24",
        "::ffff:c0a8:1/120", "1.2.3/8",
    ])
    func refusesNetworks(_ text: String) throws {
        #expect(throws: IPAddress.ParsingFailure.self) { try CIDRBlock(parsing: text) }
        #expect(try evaluate("isCIDR('\(text)')") == .bool(false))
        guard case .error = try evaluate("cidr('\(text)')"),
            case .error = try evaluate("cidr('::/0').containsCIDR('\(text)')")
        else {
            Issue.record("`\(text)` is read")
            return
        }
    }

    @Test("texts of any length are refused at once", arguments: [":", "1:", "%", "::%", "/", "1.", "0"])
    func longTexts(_ piece: String) {
        let text = String(repeating: piece, count: 100_000)
        for text in [text, "1.2.3." + text, "::" + text, "1.2.3.4/" + text, "::/" + text, text + "/8"] {
            #expect((try? IPAddress(parsing: text)) == nil)
            #expect((try? CIDRBlock(parsing: text)) == nil)
        }
    }

    private static let propertyTable: [(String, String)] = [
        ("isUnspecified", "0.0.0.0 ::"),
        ("isLoopback", "127.0.0.0 127.255.255.255 ::1"),
        ("isLinkLocalMulticast", "224.0.0.0 224.0.0.255 ff02::1 ff12::1 fff2::"),
        ("isLinkLocalUnicast", "169.254.0.0 169.254.255.255 fe80:: febf:ffff::1"),
        (
            "isGlobalUnicast",
            "1.2.3.4 10.0.0.1 223.255.255.255 240.0.0.1 255.255.255.254 fec0:: fd00::1 2001:db8::1 ::2"
        ),
    ]

    @Test("each address has the properties it should have, and no other", arguments: propertyTable)
    func properties(_ name: String, addresses: String) throws {
        let neither = ["255.255.255.255", "224.0.1.0", "239.1.1.1", "ff01::1", "ff05::1"]
        for (other, addresses) in Self.propertyTable {
            for address in addresses.split(separator: " ") {
                #expect(try evaluate("ip('\(address)').\(name)()") == .bool(other == name), "\(address)")
            }
        }
        for address in neither { #expect(try evaluate("ip('\(address)').\(name)()") == .bool(false), "\(address)") }
    }

    @Test(arguments: [
        ("ip('::ffff:c0a8:1') == ip('192.168.0.1')", true),
        ("ip('::ffff:c0a8:1').family() == 4 && ip('::1').family() == 6", true),
        ("ip('::1') == ip('0.0.0.1')", false),
        ("cidr('192.168.0.1/24') == cidr('192.168.0.0/24')", false),
        ("cidr('0.0.0.0/0').containsIP('::')", false),
        ("cidr('::/0').containsIP('0.0.0.0')", false),
        ("cidr('192.168.0.9/24').containsCIDR('192.168.0.128/25')", true),
        ("cidr('192.168.0.0/25').containsCIDR('192.168.0.0/24')", false),
        ("cidr('::/0').containsCIDR('0.0.0.0/0')", false),
        ("cidr('10.0.0.0/8').prefixLength() == 8", true),
        ("type(ip('::1')) == net.IP && type(cidr('::/0')) == net.CIDR && type(net.IP) == type", true),
        ("net.IP == net.CIDR", false),
        ("ip('1.2.3.4') in [ip('4.3.2.1'), ip('1.2.3.4')]", true),
        ("[cidr('::/0')] == [cidr('0:0::/0')]", true),
        ("dyn(ip('1.2.3.4')) == dyn('1.2.3.4')", false),
        ("string(1) + string(ip('::')) == '1::'", true),
    ])
    func expressions(_ source: String, is truth: Bool) throws {
        #expect(try evaluate(source) == .bool(truth))
        #expect(try evaluate(source, isChecked: false) == .bool(truth))
    }

    @Test(arguments: [
        "isIP(cidr('192.168.0.0/24'))", "ip(1)", "'1.2.3.4'.family()", "ip('::1').masked()",
        "ip('::1') == cidr('::1/8')",
        "ip('::1') < ip('::2')", "cidr('::/0').containsIP(cidr('::/0'))", "cidr('::/0').containsCIDR(ip('::'))",
    ])
    func wrongTypes(_ source: String) throws {
        #expect(Self.environment.compile(source).expression == nil)
        let value = try evaluate(source, isChecked: false)
        if source.contains("==") {
            #expect(value == .bool(false))
        } else {
            #expect(!value.isKnown)
        }
    }

    @Test("without the library there are no such functions and types")
    func off() {
        #expect(CELEnvironment().compile("ip('::1')").expression == nil)
        #expect(CELEnvironment().compile("net.IP").expression == nil)
    }

    @Test("what is printed is read as the same address, and so are wilder spellings of it")
    func roundTrips() throws {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<20_000 {
            let small = IPAddress(v4: UInt32.random(in: 0...UInt32.max, using: &generator))
            #expect(try IPAddress(parsing: small.description) == small)
            let groups = (0..<8).map { _ in
                Bool.random(using: &generator) ? 0 : UInt16.random(in: 0...UInt16.max, using: &generator)
            }
            let large = IPAddress(v6: groups.reduce(0) { $0 << 16 | UInt128($1) })
            guard large.bits >> 32 != 0xFFFF else { continue }
            let read = try IPAddress(parsing: large.description)
            #expect(read == large && read.description == large.description)
            let spelling = groups.map { String($0, radix: 16).uppercased() }.joined(separator: ":")
            #expect(try IPAddress(parsing: spelling) == large)
            let length = Int.random(in: 0...128, using: &generator)
            let block = try CIDRBlock(parsing: "\(large)/\(length)")
            #expect(block.contains(large) && block.masked.contains(block) && block.description == "\(large)/\(length)")
            guard length > 0 else { continue }
            #expect(!block.contains(IPAddress(v6: large.bits ^ (1 << (128 - length)))))
        }
    }

    @Test("texts near addresses are read as a plain reference reads them")
    func reference() {
        var generator = SeededGenerator(seed: 5)
        let pieces = ["0", "1", "00", "ab", "FFFF", "255", "256", ":", ":", ":", "::", ".", ".", "1.2.3.4", "%", "g"]
        var readCount = 0
        for _ in 0..<60_000 {
            let count = Int.random(in: 1...17, using: &generator)
            let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let wanted = NaiveAddress.read(text)
            readCount += wanted == nil ? 0 : 1
            #expect((try? IPAddress(parsing: text))?.description == wanted?.description, "\(text)")
        }
        #expect(readCount > 300)
    }
}

/// Reads addresses by filling in the zeros as text, the plain way.
private enum NaiveAddress {
    static func read(_ text: String) -> IPAddress? {
        guard text.contains(":") else { return version4(text).map(IPAddress.init(v4:)) }
        var text = text
        if let last = text.split(separator: ":", omittingEmptySubsequences: false).last, last.contains(".") {
            guard let low = version4(String(last)) else { return nil }
            text.removeLast(last.count)
            text += String(low >> 16, radix: 16) + ":" + String(low & 0xFFFF, radix: 16)
            if let bits = version6(text), bits >> 32 == 0xFFFF { return nil }
        }
        guard let bits = version6(text) else { return nil }
        return bits >> 32 == 0xFFFF ? IPAddress(v4: UInt32(bits & 0xFFFF_FFFF)) : IPAddress(v6: bits)
    }

    private static func version4(_ text: String) -> UInt32? {
        let numbers = text.components(".").map { UInt8($0) }
        guard numbers.count == 4 else { return nil }
        let bytes = numbers.compactMap { $0 }
        guard bytes.count == 4, bytes.map(String.init).joined(separator: ".") == text else { return nil }
        return bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func version6(_ text: String) -> UInt128? {
        var words = text.components(":")
        if text.hasPrefix("::") { words.removeFirst() }
        if text.hasSuffix("::"), text != "::" { words.removeLast() }
        if text == "::" { words = [""] }
        let gaps = words.indices.filter { words[$0].isEmpty }
        guard gaps.count <= 1 else { return nil }
        if let gap = gaps.first {
            guard text.contains("::"), words.count <= 8 else { return nil }
            words.replaceSubrange(gap...gap, with: Array(repeating: "0", count: 9 - words.count))
        }
        guard words.count == 8 else { return nil }
        var bits: UInt128 = 0
        for word in words {
            guard word.count <= 4, word.allSatisfy(\.isHexDigit), let group = UInt16(word, radix: 16) else {
                return nil
            }
            bits = bits << 16 | UInt128(group)
        }
        return bits
    }
}

extension String {
    fileprivate func components(_ separator: Character) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
