import LocalHTTP

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
    private var line: [UInt8] = []
    private var signatures: ChunkSignatures
    /// The trailing headers.
    private(set) var trailer: [HTTPHeaders.Field] = []

    private static let maximumLineByteCount = 8192

    /// - Parameters:
    ///   - isSigned: whether every chunk has a signature.
    ///   - hasSignedTrailer: whether a signature of the trailing headers comes after them.
    ///   - signer: computes the signatures; nil where the key is not known.
    init(isSigned: Bool, hasSignedTrailer: Bool, signer: ChunkSigner?) {
        signatures = ChunkSignatures(isSigned: isSigned, hasSignedTrailer: hasSignedTrailer, signer: signer)
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
                try take(byte)
            }
        }
    }

    private mutating func take(_ byte: UInt8) throws(ServiceError) {
        guard byte == UInt8(ascii: "\n") else {
            line.append(byte)
            guard line.count <= Self.maximumLineByteCount else { throw .malformedChunk }
            return
        }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        guard let text = String(validating: line, as: UTF8.self) else { throw .malformedChunk }
        line.removeAll(keepingCapacity: true)
        try endLine(text)
    }

    private mutating func endLine(_ text: String) throws(ServiceError) {
        switch state {
        case .sizeLine: try beginChunk(text)
        case .dataEnd:
            guard text.isEmpty else { throw .malformedChunk }
            state = .sizeLine
        case .trailer where text.isEmpty:
            try signatures.endTrailer(trailer)
            state = .ended
        case .trailer: try addTrailer(text)
        case .ended, .data: throw .malformedChunk
        }
    }

    private mutating func beginChunk(_ text: String) throws(ServiceError) {
        let parts = text.split(separator: ";", maxSplits: 1)
        guard let digits = parts.first, (1...15).contains(digits.utf8.count), !digits.hasPrefix("+"),
            let size = Int(digits, radix: 16), size >= 0
        else { throw .malformedChunk }
        try signatures.beginChunk(parts.count == 2 ? parts[1] : "")
        guard size == 0 else {
            state = .data(remaining: size)
            return
        }
        try signatures.endChunk()
        state = .trailer
    }

    private mutating func addTrailer(_ text: String) throws(ServiceError) {
        let pair = text.split(separator: ":", maxSplits: 1)
        guard pair.count == 2, trailer.count < 16 else { throw .malformedChunk }
        let value = String(pair[1].drop { $0 == " " })
        if pair[0].lowercased() == "x-amz-trailer-signature" {
            signatures.trailerSignature = value
        } else {
            trailer.append(HTTPHeaders.Field(name: String(pair[0]), value: value))
        }
    }
}

extension ServiceError {
    static let malformedChunk = ServiceError(
        "InvalidRequest",
        "The body is not encoded as aws-chunked, or a chunk of it is malformed."
    )
}
