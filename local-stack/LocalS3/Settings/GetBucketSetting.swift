import LocalHTTP
import LocalServiceKit
import LocalStore

/// Answers a part of a bucket's configuration: what was put, or what every bucket has.
struct GetBucketSetting: S3Action {
    private let bucket: String
    private let setting: BucketSetting

    init(_ call: S3Call) throws(ServiceError) {
        bucket = try call.bucket()
        setting = try BucketSetting.require(call)
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(bucket, in: database)
        if let document = try bucket.document(setting, database) {
            return HTTPResponse(
                status: 200,
                headers: ["Content-Type": setting.mediaType],
                body: .bytes(document)
            )
        }
        switch setting.absent {
        case .document(let elements): return .xml(XMLTree(document: setting.root, elements))
        case .error(let error): throw error
        }
    }
}
