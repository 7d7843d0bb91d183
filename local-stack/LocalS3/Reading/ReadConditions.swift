import LocalHTTP
import LocalServiceKit
import LocalStore

/// The conditions under which an object is read (RFC 9110, 13.2.2, gives their order).
struct ReadConditions: Sendable {
    private let match: ETagCondition?
    private let noneMatch: ETagCondition?
    private let modifiedSince: Timestamp?
    private let unmodifiedSince: Timestamp?

    /// The conditions of a request; `prefix` is `x-amz-copy-source-` for those of a copy's source.
    init(_ headers: HTTPHeaders, prefix: String = "") {
        match = headers[prefix + "If-Match"].map { ETagCondition($0) }
        noneMatch = headers[prefix + "If-None-Match"].map { ETagCondition($0) }
        // A date that cannot be read is as none.
        modifiedSince = headers[prefix + "If-Modified-Since"].flatMap { Timestamp(httpDate: $0) }
        unmodifiedSince = headers[prefix + "If-Unmodified-Since"].flatMap { Timestamp(httpDate: $0) }
    }

    /// Whether the reader has the object already; throws `PreconditionFailed` where it is not the one he means.
    func isNotModified(_ object: ObjectRecord) throws(ServiceError) -> Bool {
        // Headers have whole seconds.
        let modified = object.modified.seconds
        if let match {
            guard match.matches(object.etag) else { throw .preconditionFailed("If-Match") }
        } else if let unmodifiedSince, modified > unmodifiedSince.seconds {
            throw .preconditionFailed("If-Unmodified-Since")
        }
        if let noneMatch { return noneMatch.matches(object.etag) }
        return modifiedSince.map { modified <= $0.seconds } ?? false
    }
}
