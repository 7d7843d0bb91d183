/// A checksum that S3 computes and keeps beside an object.
enum ChecksumAlgorithm: String, Sendable, Codable, CaseIterable {
    case crc32 = "CRC32"
    case crc32c = "CRC32C"
    case crc64NVMe = "CRC64NVME"
    case sha1 = "SHA1"
    case sha256 = "SHA256"
    case sha512 = "SHA512"
    case md5 = "MD5"

    /// The algorithm of that name in any case; nil for others.
    init?(name: String) {
        self.init(rawValue: name.uppercased())
    }

    /// The header that carries it.
    var headerName: String { "x-amz-checksum-" + rawValue.lowercased() }

    /// The algorithm that a header carries; nil for other headers.
    init?(headerName: String) {
        let name = headerName.lowercased()
        guard let found = Self.allCases.first(where: { $0.headerName == name }) else { return nil }
        self = found
    }

    /// The element of XML documents that carries it.
    var elementName: String { "Checksum" + rawValue }

    /// The number of its bytes before base64.
    var byteCount: Int {
        switch self {
        case .crc32, .crc32c: 4
        case .crc64NVMe: 8
        case .sha1: 20
        case .sha256: 32
        case .sha512: 64
        case .md5: 16
        }
    }
}
