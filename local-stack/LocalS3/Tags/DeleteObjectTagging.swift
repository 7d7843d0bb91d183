import LocalHTTP
import LocalServiceKit
import LocalStore

/// Takes all tags from an object.
struct DeleteObjectTagging: S3Action {
    private let bucket: String
    private let key: String

    init(_ call: S3Call) throws(ServiceError) {
        bucket = try call.bucket()
        key = try call.key()
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(bucket, in: database)
        try ObjectRecord.require(key, in: bucket, database).setTags([], database)
        return HTTPResponse(status: 204)
    }
}
