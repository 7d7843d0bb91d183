import LocalHTTP
import LocalServiceKit
import LocalStore

/// Accepts the access control list that everything has, and refuses all others.
struct PutAccessControlList: S3Action {
    private let bucket: String

    init(_ call: S3Call) throws(ServiceError) {
        bucket = try call.bucket()
        try AccessControl.check(call.request.headers)
        guard call.request.header("x-amz-acl") != nil else { throw .listNotSupported }
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        _ = try BucketRecord.require(bucket, in: database)
        return HTTPResponse(status: 200)
    }
}
