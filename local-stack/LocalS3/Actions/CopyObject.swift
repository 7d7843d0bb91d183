import LocalHTTP
import LocalServiceKit
import LocalStore

/// Copies an object; both then share one file, which is never changed.
struct CopyObject: S3Action {
    static var storesObject: Bool { true }

    private let bucket: String
    private let key: String
    private let source: CopySource
    private let sourceConditions: ReadConditions
    private let condition: WriteCondition
    private let algorithm: ChecksumAlgorithm?
    /// What the request itself says about the copy.
    private let given: ObjectDetails
    private let replacesMetadata: Bool
    private let replacesTags: Bool

    init(_ call: S3Call) throws(ServiceError) {
        let headers = call.request.headers
        bucket = try call.bucket()
        key = try call.key()
        source = try CopySource(headers["x-amz-copy-source"] ?? "")
        sourceConditions = ReadConditions(headers, prefix: "x-amz-copy-source-")
        condition = try WriteCondition(headers)
        algorithm = headers["x-amz-checksum-algorithm"].flatMap { ChecksumAlgorithm(name: $0) }
        given = try ObjectDetails(headers)
        replacesMetadata = try Self.replaces("metadata", headers)
        replacesTags = try Self.replaces("tagging", headers)
        if !replacesMetadata, source.bucket == bucket, source.key == key, !given.isPlaced {
            throw .invalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the "
                    + "object's metadata, storage class, website redirect location or encryption attributes."
            )
        }
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let origin = try BucketRecord.require(source.bucket, in: database)
        let old = try ObjectRecord.require(source.key, in: origin, database)
        if try sourceConditions.isNotModified(old) {
            throw .preconditionFailed("x-amz-copy-source-If-None-Match")
        }
        // A checksum of another kind would mean reading the whole object.
        if let algorithm, old.details.checksum?.algorithm != algorithm {
            throw .headerNotImplemented("x-amz-checksum-algorithm")
        }
        let bucket = try BucketRecord.require(bucket, in: database)
        try condition.check(key, in: bucket, database)
        let copy = ObjectRecord(
            bucketID: bucket.id,
            key: key,
            file: old.file,
            byteCount: old.byteCount,
            etag: old.etag,
            modified: database.now,
            details: details(of: old)
        )
        try copy.store(in: database, files)
        return .xml(XMLTree(document: "CopyObjectResult", copy.resultElements))
    }

    private func details(of old: ObjectRecord) -> ObjectDetails {
        var details = replacesMetadata ? given : old.details
        details.replacePlacement(by: given)
        details.tags = replacesTags ? given.tags : old.details.tags
        details.checksum = old.details.checksum
        details.partByteCounts = old.details.partByteCounts
        return details
    }

    private static func replaces(_ subject: String, _ headers: HTTPHeaders) throws(ServiceError) -> Bool {
        let name = "x-amz-\(subject)-directive"
        switch headers[name] ?? "COPY" {
        case "COPY": return false
        case "REPLACE": return true
        case let other: throw .invalidArgument("Unknown \(subject) directive.", name: name, value: other)
        }
    }
}

extension ObjectRecord {
    /// The elements that describe a new object.
    fileprivate var resultElements: [XMLTree] {
        let elements = [XMLTree("LastModified", modified.iso8601), XMLTree("ETag", quotedETag)]
        return elements + (details.checksum.map(\.elements) ?? [])
    }
}

extension ObjectChecksum {
    /// The elements that show it.
    var elements: [XMLTree] {
        [XMLTree(algorithm.elementName, value), XMLTree("ChecksumType", kind.rawValue)]
    }
}
