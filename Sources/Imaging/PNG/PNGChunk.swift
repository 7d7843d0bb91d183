/// Writes chunks (ISO/IEC 15948 clause 5.3).
enum PNGChunk {
    /// A chunk of `type` with length and checksum.
    static func encoded(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        return bigEndian(UInt32(data.count)) + body + bigEndian(checksum(body))
    }

    /// CRC-32 of ISO 3309, bit by bit: what is written here is short.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc = UInt32.max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 {
                crc = crc >> 1 ^ (crc & 1 == 1 ? 0xedb8_8320 : 0)
            }
        }
        return ~crc
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}
