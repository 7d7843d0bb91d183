import LocalServiceKit

/// A request whose signature has been verified, where it had one.
struct AdmittedRequest: Sendable {
    let request: S3Request
    let operation: S3Operation
    /// Whether somebody signed the request.
    let isSigned: Bool
    /// Verifies the chunks of a body that is signed in chunks; nil where the key is not known.
    let chunkSigner: ChunkSigner?
}
