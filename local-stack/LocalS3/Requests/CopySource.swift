import LocalHTTP
import LocalServiceKit

/// The header `x-amz-copy-source`: `bucket/key`, percent-encoded, with a slash before it or without.
struct CopySource: Sendable, Hashable {
    let bucket: String
    let key: String

    init(_ header: String) throws(ServiceError) {
        let parts = header.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let isVersioned = parts.count == 2 && parts[1] != "versionId=null"
        guard let path = parts.first.flatMap({ PercentEncoding.decode($0) }) else {
            throw Self.invalid(header)
        }
        let names = (path.hasPrefix("/") ? path.dropFirst() : path[...]).split(separator: "/", maxSplits: 1)
        guard names.count == 2 else { throw Self.invalid(header) }
        if isVersioned { throw .operationNotImplemented("object versions") }
        bucket = String(names[0])
        key = String(names[1])
    }

    private static func invalid(_ header: String) -> ServiceError {
        .invalidArgument(
            "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
            name: "x-amz-copy-source",
            value: header
        )
    }
}
