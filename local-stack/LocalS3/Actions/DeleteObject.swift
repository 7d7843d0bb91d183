import LocalHTTP
import LocalServiceKit
import LocalStore

/// Removes an object; one that is not there is removed just as well.
struct DeleteObject: S3Action {
    private let bucket: String
    private let key: String
    private let match: ETagCondition?

    init(_ call: S3Call) throws(ServiceError) {
        bucket = try call.bucket()
        key = try call.key()
        match = call.request.header("If-Match").map { ETagCondition($0) }
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(bucket, in: database)
        if let object = try ObjectRecord.find(key, in: bucket, database) {
            if let match, !match.matches(object.etag) { throw .preconditionFailed("If-Match") }
            try object.remove(from: database, files)
        } else if match != nil {
            throw .noSuchKey(key)
        }
        return HTTPResponse(status: 204)
    }
}
