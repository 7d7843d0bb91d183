import LocalHTTP
import LocalServiceKit
import LocalStore

/// Lists the tags of an object.
struct GetObjectTagging: S3Action {
    private let bucket: String
    private let key: String

    init(_ call: S3Call) throws(ServiceError) {
        bucket = try call.bucket()
        key = try call.key()
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(bucket, in: database)
        let object = try ObjectRecord.require(key, in: bucket, database)
        return .xml(ObjectTag.document(object.details.tags ?? []))
    }
}
