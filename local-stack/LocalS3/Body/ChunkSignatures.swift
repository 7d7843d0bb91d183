import LocalHTTP
import LocalServiceKit

/// Compares the signatures of a chunked body with those that it should have.
struct ChunkSignatures: ~Copyable {
    private let isSigned: Bool
    private var signer: ChunkSigner?
    private var digest = RunningDigest(.sha256)
    private var claimed = ""

    init(isSigned: Bool, signer: ChunkSigner?) {
        self.isSigned = isSigned
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
    mutating func endTrailer(_ trailer: TrailerReader) throws(ServiceError) {
        guard trailer.isSigned, signer != nil else { return }
        guard signer?.sign(trailer: trailer.canonicalText) == trailer.signature else {
            throw .signatureMismatch
        }
    }
}
