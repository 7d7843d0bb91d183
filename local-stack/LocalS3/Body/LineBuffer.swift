import LocalServiceKit

/// Collects the bytes of one line.
struct LineBuffer {
    /// A line without its end.
    struct Line {
        let content: String
        /// Whether it ended with a carriage return and a line feed, not with a line feed alone.
        let endsWithCarriageReturn: Bool
    }

    private var bytes: [UInt8] = []

    private static let maximumByteCount = 8192

    /// Takes the next byte; answers the line where it was the last of one.
    mutating func take(_ byte: UInt8) throws(ServiceError) -> Line? {
        guard byte == UInt8(ascii: "\n") else {
            bytes.append(byte)
            guard bytes.count <= Self.maximumByteCount else { throw .malformedChunk }
            return nil
        }
        let endsWithCarriageReturn = bytes.last == UInt8(ascii: "\r")
        if endsWithCarriageReturn { bytes.removeLast() }
        guard let content = String(validating: bytes, as: UTF8.self) else { throw .malformedChunk }
        bytes.removeAll(keepingCapacity: true)
        return Line(content: content, endsWithCarriageReturn: endsWithCarriageReturn)
    }
}
