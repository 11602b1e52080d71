/// An address with the length of the prefix that names its network, such as `192.168.0.1/24`.
///
/// The bits behind the prefix are kept: two blocks are equal when the address is.
package struct CIDRBlock: Hashable, Sendable {
    /// The address as it was given.
    package let address: IPAddress
    /// How many bits name the network, 0 to 32 or to 128.
    package let prefixLength: Int

    private init(_ address: IPAddress, _ prefixLength: Int) {
        self.address = address
        self.prefixLength = prefixLength
    }

    /// Reads an address, a slash and a prefix length without zeros before it.
    ///
    /// An address that stands for one of version 4 is refused however it is written, for whose bits the prefix counts
    /// is not clear.
    package init(parsing text: String) throws(IPAddress.ParsingFailure) {
        let bytes = Array(text.utf8)
        guard let slash = bytes.lastIndex(of: 0x2F) else { throw .malformed }
        let address = try IPAddress(parsing: bytes[..<slash])
        guard let length = IPAddress.decimal(bytes[(slash + 1)...], atMost: 128) else { throw .malformed }
        guard address.family == .v6 || !bytes[..<slash].contains(0x3A) else { throw .mapped }
        guard length <= address.family.bitCount else { throw .malformed }
        self.init(address, length)
    }

    /// The block with the first address of its network.
    package var masked: CIDRBlock { CIDRBlock(address.masked(prefixLength: prefixLength), prefixLength) }

    /// Whether an address has this prefix; one of the other version never has.
    package func contains(_ other: IPAddress) -> Bool {
        other.family == address.family
            && other.masked(prefixLength: prefixLength) == address.masked(prefixLength: prefixLength)
    }

    /// Whether all addresses of another network are in this one.
    package func contains(_ other: CIDRBlock) -> Bool {
        prefixLength <= other.prefixLength && contains(other.address)
    }
}

extension CIDRBlock: CELOpaqueContent, CustomStringConvertible {
    /// The name of the type of networks.
    package static let typeName = CELTypeValue("net.CIDR")

    /// The name of the type of networks.
    package var typeName: String { Self.typeName.name }
    /// The canonical form of the address, a slash and the prefix length.
    package var text: String { description }
    /// The canonical form of the address, a slash and the prefix length.
    package var description: String { "\(address)/\(prefixLength)" }
}
