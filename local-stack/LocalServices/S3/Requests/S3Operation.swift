import LocalHTTP

/// What a request asks for.
enum S3Operation: Sendable {
    /// The action that does it.
    case action(any S3Action.Type)
    /// The completion of a multipart upload, which works outside of the writer's thread too.
    case completeMultipartUpload

    /// Recognises the operation; throws `NotImplemented` and `MethodNotAllowed`.
    init(_ request: S3Request) throws(ServiceError) {
        if request.head.method == "OPTIONS" { throw .corsNotEnabled }
        if let name = Self.unimplementedSubresource(request) { throw .operationNotImplemented(name) }
        switch (request.bucket, request.key) {
        case (nil, _): self = .action(try Self.service(request))
        case (_, nil): self = .action(try Self.bucket(request))
        default: self = try Self.object(request)
        }
    }

    /// Whether the request's body may be an object's: it goes to a file, not into memory.
    var takesObjectBody: Bool {
        guard case .action(let action) = self else { return false }
        return action.takesObjectBody
    }

    private static func service(_ request: S3Request) throws(ServiceError) -> any S3Action.Type {
        guard request.head.method == "GET" else { throw .methodNotAllowed }
        return ListBuckets.self
    }

    private static func bucket(_ request: S3Request) throws(ServiceError) -> any S3Action.Type {
        switch request.head.method {
        case "PUT": return CreateBucket.self
        case "HEAD": return HeadBucket.self
        case "DELETE": return DeleteBucket.self
        case "GET" where request.item("location") != nil: return GetBucketLocation.self
        case "GET" where request.item("uploads") != nil:
            throw .operationNotImplemented("ListMultipartUploads")
        case "GET" where request.item("list-type") == "2": return ListObjectsV2.self
        case "GET": return ListObjects.self
        case "POST" where request.item("delete") != nil: return DeleteObjects.self
        case "POST": throw .operationNotImplemented("the upload by a form")
        default: throw .methodNotAllowed
        }
    }

    private static func object(_ request: S3Request) throws(ServiceError) -> S3Operation {
        let hasUpload = request.item("uploadId") != nil
        switch request.head.method {
        case "PUT" where hasUpload || request.item("partNumber") != nil:
            if request.header("x-amz-copy-source") != nil { throw .operationNotImplemented("UploadPartCopy") }
            return .action(UploadPart.self)
        case "PUT" where request.header("x-amz-copy-source") != nil: return .action(CopyObject.self)
        case "PUT": return .action(PutObject.self)
        case "GET" where hasUpload: return .action(ListParts.self)
        case "GET": return .action(GetObject.self)
        case "HEAD": return .action(HeadObject.self)
        case "DELETE" where hasUpload: return .action(AbortMultipartUpload.self)
        case "DELETE": return .action(DeleteObject.self)
        case "POST" where request.item("uploads") != nil: return .action(CreateMultipartUpload.self)
        case "POST" where hasUpload: return .completeMultipartUpload
        default: throw .methodNotAllowed
        }
    }

    /// Parts of the query that select an operation which exists in S3 but not here.
    private static let unimplementedNames: Set<String> = [
        "accelerate", "acl", "analytics", "attributes", "cors", "encryption", "intelligent-tiering",
        "inventory",
        "legal-hold", "lifecycle", "logging", "metadataTable", "metrics", "notification", "object-lock",
        "ownershipControls", "policy", "policyStatus", "publicAccessBlock", "replication", "requestPayment",
        "restore",
        "retention", "select", "session", "tagging", "torrent", "versioning", "versions", "website",
    ]

    private static func unimplementedSubresource(_ request: S3Request) -> String? {
        if let item = request.query.first(where: { unimplementedNames.contains($0.name) }) {
            return "\(request.head.method) ?\(item.name)"
        }
        // Nothing here has versions: only the one that unversioned objects have is known.
        if let version = request.item("versionId"), version != "null" { return "object versions" }
        return nil
    }
}
