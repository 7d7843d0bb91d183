import LocalHTTP

/// Compares the signatures of a chunked body with those that it should have.
struct ChunkSignatures: ~Copyable {
    private let isSigned: Bool
    private let hasSignedTrailer: Bool
    private var signer: ChunkSigner?
    private var digest = RunningDigest(.sha256)
    private var claimed = ""
    /// What the line after the trailing headers says.
    var trailerSignature: String?

    init(isSigned: Bool, hasSignedTrailer: Bool, signer: ChunkSigner?) {
        self.isSigned = isSigned
        self.hasSignedTrailer = hasSignedTrailer
        self.signer = isSigned ? signer : nil
    }

    /// A chunk begins; `extensions` is what follows its size.
    mutating func beginChunk(_ extensions: some StringProtocol) throws(ServiceError) {
        guard isSigned else { return }
        let name = "chunk-signature="
        guard extensions.hasPrefix(name) else { throw .malformedChunk }
        claimed = String(extensions.dropFirst(name.count))
        digest = RunningDigest(.sha256)
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        if signer != nil { digest.update(bytes) }
    }

    /// All bytes of the chunk have come.
    mutating func endChunk() throws(ServiceError) {
        guard signer != nil else { return }
        var whole = RunningDigest(.sha256)
        swap(&whole, &digest)
        guard signer?.sign(chunkDigest: whole.finish().hexadecimal) == claimed else {
            throw .signatureMismatch
        }
    }

    /// All trailing headers have come.
    mutating func endTrailer(_ trailer: [HTTPHeaders.Field]) throws(ServiceError) {
        guard hasSignedTrailer, signer != nil else { return }
        let lines = trailer.map { "\($0.name.lowercased()):\($0.value)\n" }.sorted().joined()
        guard signer?.sign(trailer: lines) == trailerSignature else { throw .signatureMismatch }
    }
}
