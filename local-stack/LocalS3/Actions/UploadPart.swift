import LocalHTTP
import LocalServiceKit
import LocalStore

/// Stores one part of an upload.
struct UploadPart: S3Action {
    static var takesObjectBody: Bool { true }

    private let reference: UploadReference
    private let number: Int
    private let file: PublishedFile
    private let hashes: BodyHashes.Values

    init(_ call: S3Call) throws(ServiceError) {
        reference = try UploadReference(call)
        number = try call.request.partNumber()
        file = try call.body.file()
        hashes = call.body.hashes
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let upload = try UploadRecord.require(reference, database)
        if upload.details.kind == .composite, let expected = upload.details.algorithm {
            try requireChecksum(expected)
        }
        let part = PartRecord(number: number, file: file.id, hashes: hashes, modified: database.now)
        try part.store(in: upload, database, files)
        database.afterCommit { file.adopt() }
        var headers: HTTPHeaders = ["ETag": "\"\(part.etag)\""]
        headers[part.checksum.algorithm.headerName] = part.checksum.value
        return HTTPResponse(status: 200, headers: headers)
    }

    /// The object's checksum will be made of the parts' ones: each must have it.
    private func requireChecksum(_ expected: ChecksumAlgorithm) throws(ServiceError) {
        guard hashes.checksum.algorithm != expected else { return }
        let actual = hashes.isChecksumRequested ? hashes.checksum.algorithm.rawValue.lowercased() : "null"
        throw .invalidRequest(
            "Checksum Type mismatch occurred, expected checksum Type: \(expected.rawValue.lowercased()), "
                + "actual checksum Type: \(actual)"
        )
    }
}
