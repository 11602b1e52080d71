/// The functions of the library `network`: addresses and networks of the Internet Protocol as values of abstract types.
///
/// Names and overloads are those of Kubernetes' libraries for `net.IP` and `net.CIDR`, which the language's own
/// `network` extension took over.
enum NetworkLibrary {
    /// The names of the types of addresses and networks.
    static let typeNames: [CELTypeValue] = [IPAddress.typeName, CIDRBlock.typeName]

    static let functions: [(String, [CELOverload])] = addresses + networks

    private static let ip = CELType.abstract(IPAddress.typeName.name, [])
    private static let cidr = CELType.abstract(CIDRBlock.typeName.name, [])

    // MARK: Addresses

    private static let addresses: [(String, [CELOverload])] = [
        ("ip", [parse("string_to_ip", "ip", ip, address) { .opaque(CELOpaque($0)) }]),
        ("isIP", [test("is_ip", "isIP", address)]),
        (
            "ip.isCanonical",
            [
                .unary("ip_is_canonical", .string, .bool) { value in
                    guard case .string(let text) = value else { return noSuchOverload("ip.isCanonical", value) }
                    return result(of: text, address) { .bool($0.description == text.text) }
                }
            ]
        ),
        ask("family", "ip_family", .int) { .int($0.family.rawValue) },
        ask("isUnspecified", "ip_is_unspecified", .bool) { .bool($0.isUnspecified) },
        ask("isLoopback", "ip_is_loopback", .bool) { .bool($0.isLoopback) },
        ask("isLinkLocalMulticast", "ip_is_link_local_multicast", .bool) { .bool($0.isLinkLocalMulticast) },
        ask("isLinkLocalUnicast", "ip_is_link_local_unicast", .bool) { .bool($0.isLinkLocalUnicast) },
        ask("isGlobalUnicast", "ip_is_global_unicast", .bool) { .bool($0.isGlobalUnicast) },
        ask("string", "ip_to_string", .string, style: .function) { .text($0.description) },
    ]

    private static func ask(
        _ name: String, _ id: String, _ type: CELType, style: CELOverload.Style = .member,
        _ body: @escaping @Sendable (IPAddress) -> CELValue
    ) -> (String, [CELOverload]) {
        ask(name, id, ip, type, style: style, body)
    }

    // MARK: Networks

    private static let networks: [(String, [CELOverload])] = [
        ("cidr", [parse("string_to_cidr", "cidr", cidr, network) { .opaque(CELOpaque($0)) }]),
        ("isCIDR", [test("is_cidr", "isCIDR", network)]),
        (
            "containsIP",
            [
                contains("cidr_contains_ip", "containsIP", ip, address) { $0.contains($1) },
                contains("cidr_contains_ip_string", "containsIP", .string, address) { $0.contains($1) },
            ]
        ),
        (
            "containsCIDR",
            [
                contains("cidr_contains_cidr", "containsCIDR", cidr, network) { $0.contains($1) },
                contains("cidr_contains_cidr_string", "containsCIDR", .string, network) { $0.contains($1) },
            ]
        ),
        askNetwork("ip", "cidr_ip", ip) { .opaque(CELOpaque($0.address)) },
        askNetwork("masked", "cidr_masked", cidr) { .opaque(CELOpaque($0.masked)) },
        askNetwork("prefixLength", "cidr_prefix_length", .int) { .int(Int64($0.prefixLength)) },
        askNetwork("string", "cidr_to_string", .string, style: .function) { .text($0.description) },
    ]

    private static func askNetwork(
        _ name: String, _ id: String, _ type: CELType, style: CELOverload.Style = .member,
        _ body: @escaping @Sendable (CIDRBlock) -> CELValue
    ) -> (String, [CELOverload]) {
        ask(name, id, cidr, type, style: style, body)
    }

    /// Whether a network contains an address or a network, which is given as such or as a text.
    private static func contains<Content: CELOpaqueContent>(
        _ id: String, _ name: String, _ parameter: CELType, _ reader: Reader<Content>,
        _ body: @escaping @Sendable (CIDRBlock, Content) -> Bool
    ) -> CELOverload {
        .binary(id, cidr, parameter, .bool, style: .member) { receiver, argument in
            guard let block = content(receiver, as: CIDRBlock.self) else {
                return noSuchOverload(name, receiver, argument)
            }
            if case .string(let text) = argument { return result(of: text, reader) { .bool(body(block, $0)) } }
            guard let other = content(argument, as: Content.self) else {
                return noSuchOverload(name, receiver, argument)
            }
            return .bool(body(block, other))
        }
    }

    // MARK: Both

    /// How a text is read as an address or a network.
    private struct Reader<Content>: Sendable {
        /// What is read, as messages name it.
        let noun: String
        let example: String
        let read: @Sendable (String) throws(IPAddress.ParsingFailure) -> Content
    }

    private static let address = Reader<IPAddress>(noun: "IP address", example: "10.0.0.1 or 2001:db8::1") {
        (text: String) throws(IPAddress.ParsingFailure) in try IPAddress(parsing: text)
    }

    private static let network = Reader<CIDRBlock>(noun: "network", example: "10.0.0.0/8 or 2001:db8::/32") {
        (text: String) throws(IPAddress.ParsingFailure) in try CIDRBlock(parsing: text)
    }

    private static func ask<Content: CELOpaqueContent>(
        _ name: String, _ id: String, _ receiver: CELType, _ type: CELType, style: CELOverload.Style,
        _ body: @escaping @Sendable (Content) -> CELValue
    ) -> (String, [CELOverload]) {
        let overload = CELOverload.unary(id, receiver, type, style: style) { value in
            content(value, as: Content.self).map(body) ?? noSuchOverload(name, value)
        }
        return (name, [overload])
    }

    private static func parse<Content>(
        _ id: String, _ name: String, _ type: CELType, _ reader: Reader<Content>,
        _ body: @escaping @Sendable (Content) -> CELValue
    ) -> CELOverload {
        .unary(id, .string, type) { value in
            guard case .string(let text) = value else { return noSuchOverload(name, value) }
            return result(of: text, reader, body)
        }
    }

    private static func test<Content>(_ id: String, _ name: String, _ reader: Reader<Content>) -> CELOverload {
        .unary(id, .string, .bool) { value in
            guard case .string(let text) = value else { return noSuchOverload(name, value) }
            return .bool((try? reader.read(text.text)) != nil)
        }
    }

    /// What a text comes to when it is read, or why it cannot be.
    private static func result<Content>(
        of text: CELString, _ reader: Reader<Content>, _ body: (Content) -> CELValue
    ) -> CELValue {
        do {
            return body(try reader.read(text.text))
        } catch {
            let shown = CELValue.string(text).plainText
            let message =
                switch error {
                case .malformed: "\(shown) is no \(reader.noun): expected a form such as \(reader.example)"
                case .zone: "\(shown) names a zone, which no \(reader.noun) may"
                case .mapped: "\(shown) writes an IPv4 address as IPv6, which no \(reader.noun) may"
                }
            return .failure(.invalidArgument, message)
        }
    }

    private static func content<Content: CELOpaqueContent>(_ value: CELValue, as type: Content.Type) -> Content? {
        guard case .opaque(let opaque) = value else { return nil }
        return opaque.content as? Content
    }

    private static func noSuchOverload(_ name: String, _ arguments: CELValue...) -> CELValue {
        StandardFunctions.noSuchOverload(name, arguments)
    }
}
