/// An address of the Internet Protocol, version 4 or 6.
package struct IPAddress: Hashable, Sendable {
    /// A version of the protocol.
    package enum Family: Int64, Hashable, Sendable {
        /// Version 4, with 32 bits.
        case v4 = 4
        /// Version 6, with 128 bits.
        case v6 = 6

        /// How many bits an address has.
        package var bitCount: Int { self == .v4 ? 32 : 128 }
    }

    /// The version.
    package let family: Family
    /// The address as a number; below 2³² for version 4.
    package let bits: UInt128

    /// Makes an address of version 4.
    package init(v4 bits: UInt32) {
        self.family = .v4
        self.bits = UInt128(bits)
    }

    /// Makes an address of version 6.
    ///
    /// One of the block `::ffff:0:0/96` stays an address of version 6; only reading texts turns it into what it maps.
    package init(v6 bits: UInt128) {
        self.family = .v6
        self.bits = bits
    }

    /// The address without the bits behind a prefix.
    ///
    /// - Parameter prefixLength: 0 to the bits of the family; one outside of it counts as the nearer end.
    /// - Returns: the first address of the network.
    package func masked(prefixLength: Int) -> IPAddress {
        let dropped = family.bitCount - min(max(prefixLength, 0), family.bitCount)
        let kept = dropped == 128 ? 0 : (bits >> dropped) << dropped
        return IPAddress(family: family, bits: kept)
    }

    private init(family: Family, bits: UInt128) {
        self.family = family
        self.bits = bits
    }

    /// The sixteen bits at a position, 0 for the first group of an address of version 6.
    private func group(_ position: Int) -> UInt16 { UInt16(truncatingIfNeeded: bits >> (112 - 16 * position)) }
}

extension IPAddress {
    /// Whether it stands for no address: `0.0.0.0` or `::`.
    package var isUnspecified: Bool { bits == 0 }

    /// Whether it leads back to the machine itself: `127.0.0.0/8` or `::1`.
    package var isLoopback: Bool { family == .v4 ? bits >> 24 == 127 : bits == 1 }

    /// Whether it is a group on one link: `224.0.0.0/24`, or `ffx2::/16` whatever the flags (RFC 4291, section 2.7).
    package var isLinkLocalMulticast: Bool {
        family == .v4 ? bits >> 8 == 0xE0_0000 : group(0) & 0xFF0F == 0xFF02
    }

    /// Whether it is one machine on one link: `169.254.0.0/16` or `fe80::/10`.
    package var isLinkLocalUnicast: Bool {
        family == .v4 ? bits >> 16 == 0xA9FE : group(0) & 0xFFC0 == 0xFE80
    }

    /// Whether it is a group of machines: `224.0.0.0/4` or `ff00::/8`.
    package var isMulticast: Bool { family == .v4 ? bits >> 28 == 0xE : bits >> 120 == 0xFF }

    /// Whether it is one machine beyond this link; private networks count too.
    package var isGlobalUnicast: Bool {
        let isBroadcast = family == .v4 && bits == 0xFFFF_FFFF
        return !(isUnspecified || isBroadcast || isLoopback || isMulticast || isLinkLocalUnicast)
    }
}

extension IPAddress: CustomStringConvertible {
    /// The canonical form: dotted decimals, or hexadecimals as RFC 5952 has them, the first longest run of zeros
    /// shortened.
    package var description: String {
        switch family {
        case .v4:
            return [24, 16, 8, 0].map { String(UInt8(truncatingIfNeeded: bits >> $0)) }.joined(separator: ".")
        case .v6:
            let groups = (0..<8).map(group)
            let texts = groups.map { String($0, radix: 16) }
            guard let zeros = Self.longestZeros(groups) else { return texts.joined(separator: ":") }
            return texts[..<zeros.lowerBound].joined(separator: ":") + "::"
                + texts[zeros.upperBound...].joined(separator: ":")
        }
    }

    /// The first of the longest runs of two zeros or more.
    private static func longestZeros(_ groups: [UInt16]) -> Range<Int>? {
        var longest = 0..<1
        var start = 0
        for (position, group) in groups.enumerated() {
            if group != 0 {
                start = position + 1
            } else if position + 1 - start > longest.count {
                longest = start..<position + 1
            }
        }
        return longest.count > 1 ? longest : nil
    }
}

extension IPAddress: CELOpaqueContent {
    /// The name of the type of addresses.
    package static let typeName = CELTypeValue("net.IP")

    /// The name of the type of addresses.
    package var typeName: String { Self.typeName.name }
    /// The canonical form.
    package var text: String { description }
}
