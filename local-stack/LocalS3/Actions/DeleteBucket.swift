import LocalHTTP
import LocalServiceKit
import LocalStore

/// Removes an empty bucket; uploads that were not completed go with it.
struct DeleteBucket: S3Action {
    private let name: String

    init(_ call: S3Call) throws(ServiceError) {
        name = try call.bucket()
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(name, in: database)
        let object = try database.first(
            "SELECT 1 FROM s3_object WHERE bucket = ? LIMIT 1",
            .integer(bucket.id)
        )
        guard object == nil else { throw .bucketNotEmpty(name) }
        for upload in try UploadRecord.all(in: bucket, database) { try upload.remove(from: database, files) }
        try database.run("DELETE FROM s3_bucket WHERE id = ?", .integer(bucket.id))
        return HTTPResponse(status: 204)
    }
}
