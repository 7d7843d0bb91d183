import LocalHTTP
import LocalServiceKit
import LocalStore

/// Lists a bucket's uploads that were neither completed nor given up.
struct ListMultipartUploads: S3Action {
    private let bucket: String
    private let prefix: String
    private let keyMarker: String
    private let idMarker: String
    private let maximum: Int
    private let isEncoded: Bool

    private static let pageCount = 1000

    init(_ call: S3Call) throws(ServiceError) {
        let request = call.request
        bucket = try call.bucket()
        prefix = request.item("prefix") ?? ""
        keyMarker = request.item("key-marker") ?? ""
        idMarker = request.item("upload-id-marker") ?? ""
        isEncoded = request.item("encoding-type") == "url"
        if request.item("delimiter")?.isEmpty == false {
            throw .operationNotImplemented("ListMultipartUploads with a delimiter")
        }
        maximum = min(
            try request.number("max-uploads", in: 1...Int(Int32.max)) ?? Self.pageCount,
            Self.pageCount
        )
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(bucket, in: database)
        let rest = try UploadRecord.all(in: bucket, database).filter { upload in
            upload.key.utf8.starts(with: prefix.utf8) && isBehindMarker(upload)
        }
        let shown = rest.prefix(maximum)
        var elements = [
            XMLTree("Bucket", bucket.name), element("KeyMarker", keyMarker),
            XMLTree("UploadIdMarker", idMarker), element("Prefix", prefix),
            XMLTree("MaxUploads", String(maximum)),
            XMLTree("IsTruncated", String(shown.count < rest.count)),
        ]
        if isEncoded { elements.append(XMLTree("EncodingType", "url")) }
        if let last = shown.last {
            elements.append(element("NextKeyMarker", last.key))
            elements.append(XMLTree("NextUploadIdMarker", last.id))
        }
        return .xml(XMLTree(document: "ListMultipartUploadsResult", elements + shown.map(upload)))
    }

    private func isBehindMarker(_ upload: UploadRecord) -> Bool {
        if keyMarker.utf8.elementsEqual(upload.key.utf8) { return !idMarker.isEmpty && upload.id > idMarker }
        return keyMarker.utf8.lexicographicallyPrecedes(upload.key.utf8)
    }

    private func element(_ name: String, _ key: String) -> XMLTree {
        XMLTree(name, isEncoded ? PercentEncoding.encode(key, keeping: "/") : key)
    }

    private func upload(_ upload: UploadRecord) -> XMLTree {
        var elements = [
            element("Key", upload.key), XMLTree("UploadId", upload.id),
            .owner(upload.details.account, as: "Initiator"), .owner(upload.details.account),
            XMLTree("StorageClass", upload.details.object.storageClass),
            XMLTree("Initiated", upload.begun.iso8601),
        ]
        if let algorithm = upload.details.algorithm {
            elements.append(XMLTree("ChecksumAlgorithm", algorithm.rawValue))
            elements.append(XMLTree("ChecksumType", upload.details.kind.rawValue))
        }
        return XMLTree("Upload", elements)
    }
}
