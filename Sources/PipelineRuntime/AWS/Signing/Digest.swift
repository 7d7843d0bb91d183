import FoundationEssentials

/// The bytes of a hash or an authentication code.
package struct Digest: Sendable, Hashable {
    /// The bytes themselves.
    package let bytes: [UInt8]

    /// Makes a digest of `bytes`.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The bytes in small hexadecimal digits.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self
        )
    }

    /// The bytes in base64 with padding.
    package var base64: String { Data(bytes).base64EncodedString() }
}
