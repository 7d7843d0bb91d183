import LocalHTTP
import LocalServiceKit

/// Access control lists: buckets are made without them, as in the cloud by default.
enum AccessControl {
    /// The two lists that change nothing.
    private static let harmless = ["private", "bucket-owner-full-control"]

    /// Throws `AccessControlListNotSupported` where the headers ask for any other.
    static func check(_ headers: HTTPHeaders) throws(ServiceError) {
        if let list = headers["x-amz-acl"], !harmless.contains(list) { throw .listNotSupported }
        guard !headers.fields.contains(where: { $0.name.lowercased().hasPrefix("x-amz-grant-") }) else {
            throw .listNotSupported
        }
    }
}

extension ServiceError {
    static let listNotSupported = ServiceError(
        "AccessControlListNotSupported",
        "The bucket does not allow ACLs"
    )
}
