import LocalHTTP
import LocalServiceKit

/// A part of a bucket's configuration, which one item of the query selects, such as `?versioning`.
struct BucketSetting: Sendable {
    /// What a bucket answers that was never given the setting.
    enum Absent: Sendable {
        case document([XMLTree])
        case error(ServiceError)
    }

    /// The item of the query.
    let name: String
    /// The root of its document.
    let root: String
    let absent: Absent
    /// The type of its document: a policy is the one that is no XML.
    var mediaType: String { name == "policy" ? "application/json" : "application/xml" }
    /// Whether a document asks for nothing that would not be done; it is then kept and given back.
    let accepts: @Sendable (XMLTree) -> Bool

    /// A setting whose absence is an error, with S3's code and text for it.
    init(
        _ name: String,
        _ root: String,
        absent code: String,
        _ message: String,
        accepts: @escaping @Sendable (XMLTree) -> Bool
    ) {
        self.name = name
        self.root = root
        absent = .error(ServiceError(code, message, status: 404))
        self.accepts = accepts
    }

    /// A setting that has a document from the start.
    init(
        _ name: String,
        _ root: String,
        _ elements: [XMLTree] = [],
        accepts: @escaping @Sendable (XMLTree) -> Bool
    ) {
        self.name = name
        self.root = root
        absent = .document(elements)
        self.accepts = accepts
    }

    /// The setting that a request about a bucket selects; nil where it selects none.
    init?(_ request: S3Request) {
        let selected = request.query.lazy.compactMap { Self.all[$0.name] }.first
        guard let selected else { return nil }
        self = selected
    }

    /// The setting of a call; the operation was chosen because there is one.
    static func require(_ call: S3Call) throws(ServiceError) -> BucketSetting {
        guard let setting = BucketSetting(call.request) else { throw .methodNotAllowed }
        return setting
    }
}
