import LocalHTTP
import LocalServiceKit
import LocalStore

/// Begins an upload in parts.
struct CreateMultipartUpload: S3Action {
    static var storesObject: Bool { true }

    private let bucket: String
    private let key: String
    private let details: UploadRecord.Details

    init(_ call: S3Call) throws(ServiceError) {
        let headers = call.request.headers
        bucket = try call.bucket()
        key = try call.key()
        let algorithm = try Self.algorithm(headers["x-amz-checksum-algorithm"])
        details = UploadRecord.Details(
            object: try ObjectDetails(headers),
            algorithm: algorithm,
            kind: try Self.kind(headers["x-amz-checksum-type"], of: algorithm),
            account: call.location.account
        )
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(bucket, in: database)
        let id = try UploadRecord.begin(key, in: bucket, details, database)
        var headers = HTTPHeaders()
        if let algorithm = details.algorithm {
            headers["x-amz-checksum-algorithm"] = algorithm.rawValue
            headers["x-amz-checksum-type"] = details.kind.rawValue
        }
        let elements = [XMLTree("Bucket", bucket.name), XMLTree("Key", key), XMLTree("UploadId", id)]
        return .xml(XMLTree(document: "InitiateMultipartUploadResult", elements), headers: headers)
    }

    private static func algorithm(_ name: String?) throws(ServiceError) -> ChecksumAlgorithm? {
        guard let name else { return nil }
        guard let algorithm = ChecksumAlgorithm(name: name) else {
            throw .invalidRequest(
                "Checksum algorithm provided is unsupported. Please try again with any of the valid types: "
                    + "\(ChecksumAlgorithm.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
        return algorithm
    }

    /// AWS, "Checking object integrity", has a table of which algorithm goes with which type.
    private static func kind(
        _ name: String?,
        of algorithm: ChecksumAlgorithm?
    ) throws(ServiceError) -> ObjectChecksum.Kind {
        let isAlwaysFull = algorithm == nil || algorithm == .crc64NVMe
        guard let name else { return isAlwaysFull ? .fullObject : .composite }
        guard let algorithm else {
            throw .invalidRequest(
                "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header."
            )
        }
        let isAlwaysComposite = ![.crc32, .crc32c, .crc64NVMe].contains(algorithm)
        guard let kind = ObjectChecksum.Kind(rawValue: name.uppercased()),
            kind == .fullObject ? !isAlwaysComposite : !isAlwaysFull
        else {
            throw .invalidRequest(
                "The \(name) checksum type cannot be used with the \(algorithm.rawValue.lowercased()) checksum algorithm."
            )
        }
        return kind
    }
}
