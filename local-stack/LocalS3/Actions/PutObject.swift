import LocalHTTP
import LocalServiceKit
import LocalStore

/// Stores an object.
struct PutObject: S3Action {
    static var takesObjectBody: Bool { true }

    private let bucket: String
    private let key: String
    private let condition: WriteCondition
    private let file: PublishedFile
    private let hashes: BodyHashes.Values
    private let details: ObjectDetails

    init(_ call: S3Call) throws(ServiceError) {
        bucket = try call.bucket()
        key = try call.key()
        condition = try WriteCondition(call.request.headers)
        file = try call.body.file()
        hashes = call.body.hashes
        var details = try ObjectDetails(call.request.headers)
        details.checksum = hashes.checksum
        self.details = details
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(bucket, in: database)
        try condition.check(key, in: bucket, database)
        let object = ObjectRecord(
            bucketID: bucket.id,
            key: key,
            file: file.id,
            byteCount: hashes.byteCount,
            etag: hashes.md5.hexadecimal,
            modified: database.now,
            details: details
        )
        try object.store(in: database, files)
        database.afterCommit { file.adopt() }
        return HTTPResponse(status: 200, headers: object.writtenHeaders)
    }
}

extension ObjectRecord {
    /// The headers of the answer to the request that stored the object.
    var writtenHeaders: HTTPHeaders {
        var headers: HTTPHeaders = ["ETag": quotedETag]
        headers["x-amz-server-side-encryption"] = details.headers["x-amz-server-side-encryption"]
        details.checksum?.add(to: &headers)
        return headers
    }
}

extension ObjectChecksum {
    /// Adds the two headers that show it.
    func add(to headers: inout HTTPHeaders) {
        headers[algorithm.headerName] = value
        headers["x-amz-checksum-type"] = kind.rawValue
    }
}
