import LocalServiceKit

/// The checksum that is kept beside an object or a part.
struct ObjectChecksum: Sendable, Hashable, Codable {
    /// Over what it was computed.
    enum Kind: String, Sendable, Codable {
        /// The object's bytes.
        case fullObject = "FULL_OBJECT"
        /// The checksums of the parts of a multipart upload, one after the other.
        case composite = "COMPOSITE"
    }

    let algorithm: ChecksumAlgorithm
    /// In base64; a composite one ends with `-` and the number of parts.
    let value: String
    var kind = Kind.fullObject

    init(algorithm: ChecksumAlgorithm, value: String, kind: Kind = .fullObject) {
        self.algorithm = algorithm
        self.value = value
        self.kind = kind
    }

    init(algorithm: ChecksumAlgorithm, bytes: [UInt8]) {
        self.init(algorithm: algorithm, value: Blob(bytes).base64)
    }
}
