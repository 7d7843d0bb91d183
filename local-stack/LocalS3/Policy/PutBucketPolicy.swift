import LocalHTTP
import LocalServiceKit
import LocalStore

/// Keeps a bucket's policy, the one setting that is no XML; one that asks for what would not be done is refused.
struct PutBucketPolicy: S3Action {
    private let bucket: String
    private let setting: BucketSetting
    private let text: [UInt8]

    init(_ call: S3Call) throws(ServiceError) {
        bucket = try call.bucket()
        setting = try BucketSetting.require(call)
        text = call.body.bytes
        _ = try BucketPolicy(text, bucket: bucket)
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        try BucketRecord.require(bucket, in: database).keep(text, of: setting, database)
        return HTTPResponse(status: 204)
    }
}
