/// How a request's signature covers its body.
enum PayloadHash: Sendable, Hashable {
    /// By its SHA-256.
    case signed(Digest)
    /// Not at all: S3 takes that over TLS, which protects the body by itself, and in presigned URLs.
    case unsigned

    /// The hash of no body.
    static let empty = PayloadHash.signed(SHA256.digest(of: []))

    /// Hashes what a request carries; a file is read once for it.
    ///
    /// - Throws: `HTTPError.Kind.fileFailed` when the file cannot be read.
    init(hashing body: HTTPRequestBody) throws(HTTPError) {
        switch body {
        case .none: self = .empty
        case .bytes(let bytes): self = .signed(SHA256.digest(of: bytes))
        case .file(let path): self = .signed(try SHA256.digest(ofFile: path))
        }
    }

    /// The last line of the canonical request, and the value of `x-amz-content-sha256`.
    var text: String {
        switch self {
        case .signed(let digest): digest.hexadecimal
        case .unsigned: "UNSIGNED-PAYLOAD"
        }
    }
}
