import Glibc

/// A range of IP addresses, such as `10.0.0.0/24` or `2001:db8::/32` (RFC 4632, RFC 4291).
struct AddressRange: Sendable, Hashable {
    private let network: [UInt8]
    private let bitCount: Int

    /// Reads the range; the address must have no bits outside the mask.
    init(_ text: String) throws(FilterPolicyError) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw FilterPolicyError("Malformed CIDR, one '/' required") }
        guard let bitCount = Int(parts[1]) else {
            throw FilterPolicyError("Malformed CIDR, mask bits must be an integer")
        }
        guard let network = Self.bytes(parts[0]), (0...network.count * 8).contains(bitCount),
            Self.masked(network, bitCount) == network
        else { throw FilterPolicyError("Nonstandard IP address: \(parts[0])") }
        self.network = network
        self.bitCount = bitCount
    }

    /// Whether the text is an address in the range.
    func contains(_ text: String) -> Bool {
        guard let address = Self.bytes(text), address.count == network.count else { return false }
        return Self.masked(address, bitCount) == network
    }

    private static func masked(_ bytes: [UInt8], _ bitCount: Int) -> [UInt8] {
        bytes.enumerated().map { index, byte in
            let kept = min(max(bitCount - index * 8, 0), 8)
            return byte & ~UInt8(truncatingIfNeeded: 0xFF >> kept)
        }
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        let isVersion6 = text.contains(":")
        var bytes = [UInt8](repeating: 0, count: isVersion6 ? 16 : 4)
        return inet_pton(isVersion6 ? AF_INET6 : AF_INET, text, &bytes) == 1 ? bytes : nil
    }
}
