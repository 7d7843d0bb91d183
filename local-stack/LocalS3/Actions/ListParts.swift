import LocalHTTP
import LocalServiceKit
import LocalStore

/// Lists the parts of an upload.
struct ListParts: S3Action {
    private let reference: UploadReference
    private let marker: Int
    private let maximum: Int

    private static let pageCount = 1000

    init(_ call: S3Call) throws(ServiceError) {
        reference = try UploadReference(call)
        marker = try call.request.number("part-number-marker", in: 0...Int(Int32.max)) ?? 0
        maximum = min(
            try call.request.number("max-parts", in: 0...Int(Int32.max)) ?? Self.pageCount,
            Self.pageCount
        )
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let upload = try UploadRecord.require(reference, database)
        let rest = try upload.parts(database).drop { $0.number <= marker }
        let shown = rest.prefix(maximum)
        var elements = [
            XMLTree("Bucket", reference.bucket), XMLTree("Key", reference.key),
            XMLTree("UploadId", reference.id),
            .owner(upload.details.account, as: "Initiator"), .owner(upload.details.account),
            XMLTree("StorageClass", upload.details.object.storageClass),
            XMLTree("PartNumberMarker", String(marker)), XMLTree("MaxParts", String(maximum)),
            XMLTree("IsTruncated", String(shown.count < rest.count)),
        ]
        if let last = shown.last { elements.append(XMLTree("NextPartNumberMarker", String(last.number))) }
        if let algorithm = upload.details.algorithm {
            elements.append(XMLTree("ChecksumAlgorithm", algorithm.rawValue))
            elements.append(XMLTree("ChecksumType", upload.details.kind.rawValue))
        }
        return .xml(XMLTree(document: "ListPartsResult", elements + shown.map(Self.element)))
    }

    private static func element(_ part: PartRecord) -> XMLTree {
        XMLTree(
            "Part",
            [
                XMLTree("PartNumber", String(part.number)), XMLTree("LastModified", part.modified.iso8601),
                XMLTree("ETag", "\"\(part.etag)\""), XMLTree("Size", String(part.byteCount)),
                XMLTree(part.checksum.algorithm.elementName, part.checksum.value),
            ]
        )
    }
}
