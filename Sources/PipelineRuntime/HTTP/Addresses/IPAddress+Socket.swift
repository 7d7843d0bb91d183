// The curl header brings the socket types in: built as a whole, the module finds them there and not in Glibc.
import CCurl
import Glibc

extension IPAddress {
    /// The address in a socket address; `nil` for a family that is neither IPv4 nor IPv6.
    init?(_ address: UnsafePointer<sockaddr>) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            self = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { Self($0.pointee.sin_addr) }
        case AF_INET6:
            self = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                Self($0.pointee.sin6_addr)
            }
        default:
            return nil
        }
    }

    /// Parses the text form, as `inet_pton` reads it; brackets around an IPv6 address are left out.
    package init?(_ text: some StringProtocol) {
        let bare = text.first == "[" && text.last == "]" ? String(text.dropFirst().dropLast()) : String(text)
        var v4 = in_addr()
        var v6 = in6_addr()
        if inet_pton(AF_INET, bare, &v4) == 1 {
            self.init(v4)
        } else if inet_pton(AF_INET6, bare, &v6) == 1 {
            self.init(v6)
        } else {
            return nil
        }
    }

    private init(_ address: in_addr) {
        self = .v4(UInt32(bigEndian: address.s_addr))
    }

    private init(_ address: in6_addr) {
        self = withUnsafeBytes(of: address) { bytes in
            .v6(
                upper: UInt64(bigEndian: bytes.load(fromByteOffset: 0, as: UInt64.self)),
                lower: UInt64(bigEndian: bytes.load(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }
}

extension IPAddress: CustomStringConvertible {
    /// The text form: four decimal numbers, or eight hexadecimal groups.
    package var description: String {
        switch self {
        case .v4(let bits):
            [24, 16, 8, 0].map { String(bits >> UInt32($0) & 0xFF) }.joined(separator: ".")
        case .v6(let upper, let lower):
            [upper, lower].flatMap { half in
                [48, 32, 16, 0].map { String(half >> UInt64($0) & 0xFFFF, radix: 16) }
            }.joined(separator: ":")
        }
    }
}
