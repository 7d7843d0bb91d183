import LocalHTTP
import LocalServiceKit
import LocalStore

/// Takes a part of a bucket's configuration back; one that is not there is taken back just as well.
struct DeleteBucketSetting: S3Action {
    private let bucket: String
    private let setting: BucketSetting

    init(_ call: S3Call) throws(ServiceError) {
        bucket = try call.bucket()
        setting = try BucketSetting.require(call)
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        try BucketRecord.require(bucket, in: database).forget(setting, database)
        return HTTPResponse(status: 204)
    }
}
