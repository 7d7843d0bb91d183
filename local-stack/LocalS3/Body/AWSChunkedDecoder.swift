import LocalHTTP
import LocalServiceKit

/// Decodes a body of the content encoding `aws-chunked`, signed or not, with trailing headers or without.
///
/// AWS, "Signature Calculations for the Authorization Header: Transferring Payload in Multiple Chunks". Every chunk is
/// `size[;chunk-signature=…]`, a line break, the bytes, a line break; after the one of size 0 come the trailing headers.
struct AWSChunkedDecoder: ~Copyable {
    private enum State {
        case sizeLine
        case data(remaining: Int)
        case dataEnd
        case trailer
        case ended
    }

    private var state = State.sizeLine
    private var line = LineBuffer()
    private var signatures: ChunkSignatures
    private var reader: TrailerReader
    /// The trailing headers.
    var trailer: [HTTPHeaders.Field] { reader.fields }

    /// - Parameters:
    ///   - isSigned: whether every chunk has a signature.
    ///   - hasTrailer: whether headers may follow the last chunk; those of a signed body are signed.
    ///   - signer: computes the signatures; nil where the key is not known.
    init(isSigned: Bool, hasTrailer: Bool, signer: ChunkSigner?) {
        signatures = ChunkSignatures(isSigned: isSigned, signer: signer)
        reader = TrailerReader(isAllowed: hasTrailer, isSigned: isSigned && hasTrailer)
    }

    /// Whether the last chunk and the trailing headers have come.
    var isAtEnd: Bool {
        if case .ended = state { true } else { false }
    }

    /// Takes the next bytes and hands on those that are the object's.
    mutating func decode(
        _ bytes: UnsafeRawBufferPointer,
        emit: (UnsafeRawBufferPointer) throws(ServiceError) -> Void
    ) throws(ServiceError) {
        var rest = bytes[...]
        while let byte = rest.first {
            if case .data(let remaining) = state {
                let count = min(remaining, rest.count)
                let part = UnsafeRawBufferPointer(rebasing: rest.prefix(count))
                signatures.update(part)
                try emit(part)
                rest = rest.dropFirst(count)
                state = count == remaining ? .dataEnd : .data(remaining: remaining - count)
                if count == remaining { try signatures.endChunk() }
            } else {
                rest = rest.dropFirst()
                if let text = try line.take(byte) { try endLine(text) }
            }
        }
    }

    private mutating func endLine(_ text: LineBuffer.Line) throws(ServiceError) {
        switch state {
        case .sizeLine:
            guard text.endsWithCarriageReturn else { throw .malformedChunk }
            try beginChunk(text.content)
        case .dataEnd:
            guard text.endsWithCarriageReturn, text.content.isEmpty else { throw .malformedChunk }
            state = .sizeLine
        case .trailer:
            guard try reader.take(text.content) else { return }
            try signatures.endTrailer(reader)
            state = .ended
        // MinIO's client ends a trailer with one line break more than AWS's.
        case .ended where text.content.isEmpty: return
        case .ended, .data: throw .malformedChunk
        }
    }

    private mutating func beginChunk(_ text: String) throws(ServiceError) {
        let parts = text.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
        guard let digits = parts.first, (1...15).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let size = Int(digits, radix: 16)
        else { throw .malformedChunk }
        try signatures.beginChunk(parts.count == 2 ? parts[1] : "")
        guard size == 0 else {
            state = .data(remaining: size)
            return
        }
        try signatures.endChunk()
        state = .trailer
    }
}

extension ServiceError {
    static let malformedChunk = ServiceError(
        "InvalidRequest",
        "The body is not encoded as aws-chunked, or a chunk of it is malformed."
    )
}
