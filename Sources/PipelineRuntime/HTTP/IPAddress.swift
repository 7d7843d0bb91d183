/// An Internet address, classified by IANA's special-purpose address registries.
package enum IPAddress: Sendable, Hashable {
    /// An IPv4 address, most significant byte first.
    case v4(UInt32)
    /// An IPv6 address: its upper and lower 64 bits, most significant byte first.
    case v6(upper: UInt64, lower: UInt64)

    /// Whether the address is unicast and globally reachable, so that nobody's private network answers.
    ///
    /// IPv6 addresses that carry an IPv4 address (mapped, NAT64, 6to4) are judged by that one too.
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
            lower <= 1 || Self.embedded(0, lower).map { IPAddress.v4($0).isLocal } ?? false
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
        if let v4 = embedded(upper, lower) { return IPAddress.v4(v4).isPublic }
        // 2000::/3 is all that is allocated as global unicast; the exceptions are protocol assignments and examples.
        return upper >> 61 == 1
            && upper >> 41 != 0x2001_0000 >> 9  // 2001::/23
            && upper >> 32 != 0x2001_0DB8
            && upper >> 44 != 0x3FFF0  // 3fff::/20
    }

    /// The IPv4 address inside `::ffff:0:0/96`, `64:ff9b::/96` or `2002::/16`.
    private static func embedded(_ upper: UInt64, _ lower: UInt64) -> UInt32? {
        if upper >> 48 == 0x2002 { return UInt32(truncatingIfNeeded: upper >> 16) }
        let isMapped = upper == 0 && lower >> 32 == 0xFFFF
        let isTranslated = upper == 0x0064_FF9B_0000_0000 && lower >> 32 == 0
        return isMapped || isTranslated ? UInt32(truncatingIfNeeded: lower) : nil
    }

    /// The registry's IPv4 blocks that are not globally reachable, multicast and reserved space included.
    private static let reservedV4: [Block] = [
        Block(0, 0, 0, 0, length: 8), Block(10, 0, 0, 0, length: 8), Block(100, 64, 0, 0, length: 10),
        Block(127, 0, 0, 0, length: 8), Block(169, 254, 0, 0, length: 16), Block(172, 16, 0, 0, length: 12),
        Block(192, 0, 0, 0, length: 24), Block(192, 0, 2, 0, length: 24), Block(192, 88, 99, 0, length: 24),
        Block(192, 168, 0, 0, length: 16), Block(198, 18, 0, 0, length: 15),
        Block(198, 51, 100, 0, length: 24),
        Block(203, 0, 113, 0, length: 24), Block(224, 0, 0, 0, length: 3),
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
