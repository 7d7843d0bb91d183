import LocalHTTP
import LocalServiceKit
import LocalStore

/// Tells of an object those attributes that the client names.
struct GetObjectAttributes: S3Action {
    private let bucket: String
    private let key: String
    private let names: [String]

    init(_ call: S3Call) throws(ServiceError) {
        bucket = try call.bucket()
        key = try call.key()
        let header = "x-amz-object-attributes"
        names = call.request.headers.values(header).flatMap { $0.split(separator: ",") }
            .flatMap { $0.split(separator: " ") }.map(String.init)
        let known = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"]
        guard !names.isEmpty else { throw .missingHeader(header) }
        if let other = names.first(where: { !known.contains($0) }) {
            throw .invalidArgument("Invalid attribute name specified.", name: header, value: other)
        }
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(bucket, in: database)
        let object = try ObjectRecord.require(key, in: bucket, database)
        let elements = names.compactMap { object.attribute($0) }
        return .xml(
            XMLTree(document: "GetObjectAttributesResponse", elements),
            headers: ["Last-Modified": object.modified.httpDate]
        )
    }
}

extension ObjectRecord {
    fileprivate func attribute(_ name: String) -> XMLTree? {
        switch name {
        case "ETag": XMLTree("ETag", etag)
        case "Checksum": details.checksum.map { XMLTree("Checksum", $0.elements) }
        case "ObjectParts":
            details.partByteCounts.map { XMLTree("ObjectParts", [XMLTree("PartsCount", String($0.count))]) }
        case "StorageClass": XMLTree("StorageClass", details.storageClass)
        default: XMLTree("ObjectSize", String(byteCount))
        }
    }
}
