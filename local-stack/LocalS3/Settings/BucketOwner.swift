import LocalServiceKit
import LocalStore

/// The account that a client expects to own the buckets it names.
enum BucketOwner {
    /// Throws `AccessDenied` where a bucket is another account's.
    static func check(_ call: S3Call, _ database: Database) throws(ServiceError) {
        try check(call.request.bucket, call.request.header("x-amz-expected-bucket-owner"), database)
        guard let expected = call.request.header("x-amz-source-expected-bucket-owner"),
            let source = call.request.header("x-amz-copy-source")
        else { return }
        try check(CopySource(source).bucket, expected, database)
    }

    private static func check(
        _ name: String?,
        _ expected: String?,
        _ database: Database
    ) throws(ServiceError) {
        guard let expected, let name, let bucket = try BucketRecord.find(name, in: database) else { return }
        guard bucket.account == expected else { throw .accessDenied }
    }
}
