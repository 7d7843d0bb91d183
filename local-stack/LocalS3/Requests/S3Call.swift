import LocalHTTP
import LocalServiceKit

/// A request whose body has arrived, and who made it from where.
struct S3Call: Sendable {
    let request: S3Request
    let body: ReceivedBody
    /// The account and region in which the action works.
    let location: Location
    /// Where the client reached the local stack, such as `http://localhost:4566`.
    let baseURL: String
    /// Whether somebody signed the request.
    let isSigned: Bool
    /// Where the request comes from.
    var origin = RequestOrigin.process

    /// The bucket; the operation was chosen because there is one.
    func bucket() throws(ServiceError) -> String {
        guard let bucket = request.bucket else { throw .methodNotAllowed }
        return bucket
    }

    /// The key; the operation was chosen because there is one.
    func key() throws(ServiceError) -> String {
        guard let key = request.key else { throw .methodNotAllowed }
        return key
    }
}
