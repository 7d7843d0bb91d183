import LocalHTTP
import LocalServiceKit
import LocalStore

/// Tells whether a bucket is there, and where.
struct HeadBucket: S3Action {
    private let name: String

    init(_ call: S3Call) throws(ServiceError) {
        name = try call.bucket()
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(name, in: database)
        return HTTPResponse(
            status: 200,
            headers: ["Content-Type": "application/xml", "x-amz-bucket-region": bucket.region]
        )
    }
}
