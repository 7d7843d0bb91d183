/// A reflected cyclic redundancy check of 32 or 64 bits, eight bytes a step ("slicing by 8", Intel, 2006).
package struct CyclicRedundancyCheck: Sendable {
    /// One polynomial with the tables for it.
    package struct Code: Sendable {
        let mask: UInt64
        fileprivate let table: [UInt64]

        /// - Parameters:
        ///   - polynomial: reflected, without its highest term.
        ///   - bitCount: 32 or 64.
        fileprivate init(polynomial: UInt64, bitCount: UInt64) {
            mask = UInt64.max >> (64 - bitCount)
            var table = [UInt64](repeating: 0, count: 8 * 256)
            for byte in 0..<256 {
                table[byte] = (0..<8).reduce(UInt64(byte)) { value, _ in
                    value & 1 == 1 ? value >> 1 ^ polynomial : value >> 1
                }
            }
            for index in 256..<(8 * 256) {
                let previous = table[index - 256]
                table[index] = previous >> 8 ^ table[Int(previous & 255)]
            }
            self.table = table
        }

        /// ISO-HDLC, as in zlib.
        package static let crc32 = Code(polynomial: 0xEDB8_8320, bitCount: 32)
        /// Castagnoli, RFC 3720.
        package static let crc32c = Code(polynomial: 0x82F6_3B78, bitCount: 32)
        /// NVM Express, NVM Command Set Specification 1.0.
        package static let crc64NVMe = Code(polynomial: 0x9A6C_9329_AC4B_C9B5, bitCount: 64)
    }

    private let code: Code
    private var state: UInt64

    /// The check of no bytes yet.
    package init(_ code: Code) {
        self.code = code
        state = code.mask
    }

    /// The check of all bytes so far.
    package var value: UInt64 { state ^ code.mask }

    /// Adds further bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        state = code.table.withUnsafeBufferPointer { Self.extend(state, over: bytes, $0) }
    }

    private static func extend(
        _ start: UInt64,
        over bytes: UnsafeRawBufferPointer,
        _ table: UnsafeBufferPointer<UInt64>
    ) -> UInt64 {
        var state = start
        var offset = 0
        while offset + 8 <= bytes.count {
            let word =
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) ^ state
            state =
                table[1792 + Int(word & 255)] ^ table[1536 + Int(word >> 8 & 255)]
                ^ table[1280 + Int(word >> 16 & 255)] ^ table[1024 + Int(word >> 24 & 255)]
                ^ table[768 + Int(word >> 32 & 255)] ^ table[512 + Int(word >> 40 & 255)]
                ^ table[256 + Int(word >> 48 & 255)] ^ table[Int(word >> 56)]
            offset += 8
        }
        while offset < bytes.count {
            state = state >> 8 ^ table[Int((state ^ UInt64(bytes[offset])) & 255)]
            offset += 1
        }
        return state
    }
}
