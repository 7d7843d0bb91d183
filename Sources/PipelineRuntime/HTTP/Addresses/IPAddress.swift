/// An Internet address, classified by IANA's special-purpose address registries.
package enum IPAddress: Sendable, Hashable {
    /// An IPv4 address, most significant byte first.
    case v4(UInt32)
    /// An IPv6 address: its upper and lower 64 bits, most significant byte first.
    case v6(upper: UInt64, lower: UInt64)

    /// Whether the address is unicast and globally reachable, so that nobody's private network answers.
    ///
    /// IPv6 addresses that carry an IPv4 address (NAT64, ISATAP) are judged by that one too. Those that carry one and
    /// have no use between hosts of the open Internet any more (mapped, compatible, 6to4, Teredo) never are.
    package var isPublic: Bool {
        switch self {
        case .v4(let bits): !Self.reservedV4.contains { $0.contains(bits) }
        case .v6(let upper, let lower): Self.isPublic(upper, lower)
        }
    }

    /// Whether packets to the address stay on this machine or its link: loopback, link-local, unspecified.
    package var isLocal: Bool {
        switch self {
        case .v4(let bits): bits >> 24 == 127 || bits >> 16 == 0xA9FE || bits == 0
        case .v6(0, let lower):
            lower <= 1 || lower >> 32 == 0xFFFF && IPAddress.v4(UInt32(truncatingIfNeeded: lower)).isLocal
        case .v6(let upper, _): upper >> 54 == 0xFE80 >> 6 || Self.isMetadata(upper)
        }
    }

    /// Whether packets to the address never leave this machine.
    package var isLoopback: Bool {
        switch self {
        case .v4(let bits): bits >> 24 == 127
        case .v6(let upper, let lower): upper == 0 && lower == 1
        }
    }

    /// `fd00:ec2::/32` is where EC2, ECS and EKS answer with credentials over IPv6.
    private static func isMetadata(_ upper: UInt64) -> Bool { upper >> 32 == 0xFD00_0EC2 }

    private static func isPublic(_ upper: UInt64, _ lower: UInt64) -> Bool {
        if let v4 = interfaceV4(lower), !IPAddress.v4(v4).isPublic { return false }
        // 64:ff9b::/96 is how a network without IPv4 reaches the rest (RFC 6052).
        if upper == 0x0064_FF9B_0000_0000 && lower >> 32 == 0 { return IPAddress.v4(UInt32(lower)).isPublic }
        // 2000::/3 is all that is allocated as global unicast; the exceptions are protocol assignments and examples.
        return upper >> 61 == 1
            && upper >> 41 != 0x2001_0000 >> 9  // 2001::/23
            && upper >> 32 != 0x2001_0DB8
            && upper >> 44 != 0x3FFF0  // 3fff::/20
            && upper >> 48 != 0x2002  // 6to4, taken out of use by RFC 7526
    }

    /// The IPv4 address of an ISATAP interface, `…:0:5efe:a.b.c.d` or `…:200:5efe:a.b.c.d` (RFC 5214, section 6.1).
    private static func interfaceV4(_ lower: UInt64) -> UInt32? {
        [0x0000_5EFE, 0x0200_5EFE].contains(lower >> 32) ? UInt32(truncatingIfNeeded: lower) : nil
    }

    /// The registry's IPv4 blocks that are not globally reachable, multicast and reserved space included.
    private static let reservedV4: [Block] = [
        Block(0, 0, 0, 0, length: 8), Block(10, 0, 0, 0, length: 8), Block(100, 64, 0, 0, length: 10),
        Block(127, 0, 0, 0, length: 8), Block(169, 254, 0, 0, length: 16), Block(172, 16, 0, 0, length: 12),
        Block(192, 0, 0, 0, length: 24), Block(192, 0, 2, 0, length: 24), Block(192, 88, 99, 0, length: 24),
        Block(192, 168, 0, 0, length: 16), Block(198, 18, 0, 0, length: 15),
        Block(198, 51, 100, 0, length: 24),
        Block(203, 0, 113, 0, length: 24), Block(224, 0, 0, 0, length: 3),
        // Azure's platform services answer here, to every machine inside it and to nobody else.
        Block(168, 63, 129, 16, length: 32),
    ]

    private struct Block {
        let bits: UInt32
        let length: UInt32

        init(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, length: UInt32) {
            bits = a << 24 | b << 16 | c << 8 | d
            self.length = length
        }

        func contains(_ address: UInt32) -> Bool { (address ^ bits) >> (32 - length) == 0 }
    }
}
