import LocalHTTP
import LocalServiceKit

/// What a request asks for.
enum S3Operation: Sendable {
    /// The action that does it.
    case action(any S3Action.Type)
    /// The completion of a multipart upload, which works outside of the writer's thread too.
    case completeMultipartUpload
    /// A part made out of an object, likewise.
    case uploadPartCopy

    /// Recognises the operation; throws `NotImplemented` and `MethodNotAllowed`.
    init(_ request: S3Request) throws(ServiceError) {
        if request.head.method == "OPTIONS" { throw .corsNotEnabled }
        switch (request.bucket, request.key) {
        case (nil, _): self = .action(try Self.service(request))
        case (_, nil):
            if let action = try Self.setting(request) {
                self = .action(action)
            } else {
                try Self.refuseUnimplemented(request)
                self = .action(try Self.bucket(request))
            }
        default:
            if let action = try Self.part(request) {
                self = .action(action)
            } else {
                try Self.refuseUnimplemented(request)
                self = try Self.object(request)
            }
        }
    }

    /// Whether the request's body may be an object's: it goes to a file, not into memory.
    var takesObjectBody: Bool {
        guard case .action(let action) = self else { return false }
        return action.takesObjectBody
    }

    /// Whether the operation makes an object or a part of one, which `s3:PutObject` allows.
    var storesObject: Bool {
        guard case .action(let action) = self else { return true }
        return action.storesObject
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
        case "GET" where request.item("uploads") != nil: return ListMultipartUploads.self
        case "GET" where request.item("versions") != nil: return ListObjectVersions.self
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
            return request.header("x-amz-copy-source") == nil ? .action(UploadPart.self) : .uploadPartCopy
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

    /// What is asked of a part of a bucket's configuration; nil where the request is about none.
    private static func setting(_ request: S3Request) throws(ServiceError) -> (any S3Action.Type)? {
        if request.item("acl") != nil { return try list(request) }
        guard BucketSetting(request) != nil else { return nil }
        switch request.head.method {
        case "GET": return GetBucketSetting.self
        case "PUT": return request.item("policy") == nil ? PutBucketSetting.self : PutBucketPolicy.self
        case "DELETE": return DeleteBucketSetting.self
        default: throw .methodNotAllowed
        }
    }

    /// What is asked of something that belongs to an object; nil where the request is about the object itself.
    private static func part(_ request: S3Request) throws(ServiceError) -> (any S3Action.Type)? {
        if request.item("acl") != nil { return try list(request) }
        if request.item("attributes") != nil, request.head.method == "GET" { return GetObjectAttributes.self }
        guard request.item("tagging") != nil else { return nil }
        switch request.head.method {
        case "GET": return GetObjectTagging.self
        case "PUT": return PutObjectTagging.self
        case "DELETE": return DeleteObjectTagging.self
        default: throw .methodNotAllowed
        }
    }

    private static func list(_ request: S3Request) throws(ServiceError) -> any S3Action.Type {
        switch request.head.method {
        case "GET": return GetAccessControlList.self
        case "PUT": return PutAccessControlList.self
        default: throw .methodNotAllowed
        }
    }

    /// Parts of the query that select an operation which exists in S3 but not here.
    private static let unimplementedNames: Set<String> = [
        "abac", "analytics", "attributes", "encryption", "intelligent-tiering", "inventory", "legal-hold",
        "metadataConfiguration", "metadataInventoryTable", "metadataJournalTable", "metadataTable", "metrics",
        "renameObject", "restore", "retention", "select", "session", "torrent",
    ]

    private static func refuseUnimplemented(_ request: S3Request) throws(ServiceError) {
        if let item = request.query.first(where: { unimplementedNames.contains($0.name) }) {
            throw .operationNotImplemented("\(request.head.method) ?\(item.name)")
        }
        // Nothing here has versions: only the one that unversioned objects have is known.
        if let version = request.item("versionId"), version != "null" {
            throw .operationNotImplemented("object versions")
        }
    }
}
