/// A block of Internet addresses, such as `10.20.0.0/16` (CIDR, RFC 4632 and RFC 4291).
package struct IPNetwork: Sendable, Hashable {
    private let first: IPAddress
    private let prefixLength: Int

    /// Reads an address, a slash and the length of the prefix; an address alone is a block of one.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = IPAddress(parts[0]) else { return nil }
        let longest = first.bitCount
        guard parts.count == 1 || parts[1].utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        guard let length = parts.count == 1 ? longest : Int(parts[1]), length <= longest else { return nil }
        self.first = first
        prefixLength = length
    }

    /// Whether the block has the address; one of IPv4 is never in a block of IPv6.
    package func contains(_ address: IPAddress) -> Bool {
        switch (first, address) {
        case (.v4(let first), .v4(let address)):
            Self.agree(first ^ address, within: prefixLength)
        case (.v6(let firstUpper, let firstLower), .v6(let upper, let lower)):
            Self.agree(firstUpper ^ upper, within: min(prefixLength, 64))
                && Self.agree(firstLower ^ lower, within: max(prefixLength - 64, 0))
        default: false
        }
    }

    /// Whether none of the first bits differs; Swift's shift by the whole width gives zero.
    private static func agree<Bits: FixedWidthInteger>(_ difference: Bits, within length: Int) -> Bool {
        difference >> (Bits.bitWidth - length) == 0
    }
}

extension IPAddress {
    fileprivate var bitCount: Int {
        switch self {
        case .v4: 32
        case .v6: 128
        }
    }
}
