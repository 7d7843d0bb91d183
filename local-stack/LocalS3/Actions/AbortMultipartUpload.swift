import LocalHTTP
import LocalServiceKit
import LocalStore

/// Gives up an upload and removes its parts.
struct AbortMultipartUpload: S3Action {
    private let reference: UploadReference

    init(_ call: S3Call) throws(ServiceError) {
        reference = try UploadReference(call)
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        try UploadRecord.require(reference, database).remove(from: database, files)
        return HTTPResponse(status: 204)
    }
}
