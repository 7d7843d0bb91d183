import LocalHTTP
import LocalServiceKit
import LocalStore

/// Gives an object other tags.
struct PutObjectTagging: S3Action {
    private let bucket: String
    private let key: String
    private let tags: [ObjectTag]

    init(_ call: S3Call) throws(ServiceError) {
        bucket = try call.bucket()
        key = try call.key()
        tags = try ObjectTag.list(XMLReader.read(call.body.bytes), maximum: ObjectTag.maximumOfObject)
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(bucket, in: database)
        try ObjectRecord.require(key, in: bucket, database).setTags(tags, database)
        return HTTPResponse(status: 200)
    }
}
