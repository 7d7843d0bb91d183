import LocalHTTP
import LocalServiceKit

/// What a client sends to complete an upload: the parts in their order.
struct CompletionRequest: Sendable {
    /// A part as the client knows it.
    struct Part: Sendable {
        let number: Int
        let etag: ETagCondition
        let checksum: (algorithm: ChecksumAlgorithm, value: String)?
    }

    let reference: UploadReference
    let condition: WriteCondition
    let parts: [Part]
    /// The checksum of the whole object, where the client knows it.
    let checksum: (algorithm: ChecksumAlgorithm, value: String)?
    /// The kind of checksum that the client takes the upload's for, where it says.
    let kind: ObjectChecksum.Kind?
    /// The number of the object's bytes, where the client knows it.
    let byteCount: Int?
    /// Where the object will be found.
    let address: String

    private static let maximumParts = 10_000

    init(_ call: S3Call) throws(ServiceError) {
        reference = try UploadReference(call)
        let headers = call.request.headers
        condition = try WriteCondition(headers)
        checksum =
            ChecksumAlgorithm.allCases.lazy.compactMap { algorithm in
                headers[algorithm.headerName].map { (algorithm, $0) }
            }.first
        kind = headers["x-amz-checksum-type"].flatMap { ObjectChecksum.Kind(rawValue: $0.uppercased()) }
        byteCount = headers["x-amz-mp-object-size"].flatMap { Int($0) }
        address = "\(call.baseURL)/\(reference.bucket)/\(PercentEncoding.encode(reference.key, keeping: "/"))"
        let root = try XMLReader.read(call.body.bytes)
        let elements = root.all("Part")
        guard root.name == "CompleteMultipartUpload", (1...Self.maximumParts).contains(elements.count) else {
            throw .malformedXML
        }
        var parts: [Part] = []
        for element in elements { parts.append(try Self.part(element)) }
        guard zip(parts, parts.dropFirst()).allSatisfy({ $0.number < $1.number }) else {
            throw .invalidPartOrder
        }
        self.parts = parts
    }

    private static func part(_ element: XMLTree) throws(ServiceError) -> Part {
        guard let number = element["PartNumber"].flatMap({ Int($0.text) }), let etag = element["ETag"]?.text
        else {
            throw .malformedXML
        }
        let checksum = ChecksumAlgorithm.allCases.lazy.compactMap { algorithm in
            element[algorithm.elementName].map { (algorithm, $0.text) }
        }.first
        return Part(number: number, etag: ETagCondition(etag), checksum: checksum)
    }
}
