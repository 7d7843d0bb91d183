import LocalHTTP
import LocalServiceKit
import LocalStore

/// What a write requires of the object that it replaces: `If-None-Match: *` or `If-Match`.
struct WriteCondition: Sendable {
    private let mustNotExist: Bool
    private let match: ETagCondition?

    init(_ headers: HTTPHeaders) throws(ServiceError) {
        match = headers["If-Match"].map { ETagCondition($0) }
        let noneMatch = headers["If-None-Match"].map { ETagCondition($0) }
        // S3 knows nothing but the asterisk for writes.
        if let noneMatch, !noneMatch.isWildcard { throw .headerNotImplemented("If-None-Match") }
        mustNotExist = noneMatch != nil
    }

    /// Throws `PreconditionFailed` or `NoSuchKey` where it does not hold.
    func check(_ key: String, in bucket: BucketRecord, _ database: Database) throws(ServiceError) {
        guard mustNotExist || match != nil else { return }
        let old = try ObjectRecord.find(key, in: bucket, database)
        if mustNotExist, old != nil { throw .preconditionFailed("If-None-Match") }
        guard let match else { return }
        guard let old else { throw .noSuchKey(key) }
        guard match.matches(old.etag) else { throw .preconditionFailed("If-Match") }
    }
}
