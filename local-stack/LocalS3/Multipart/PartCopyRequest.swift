import LocalHTTP
import LocalServiceKit

/// What a client sends to make a part out of an object, or of a range of one.
struct PartCopyRequest: Sendable {
    let reference: UploadReference
    let number: Int
    let source: CopySource
    let conditions: ReadConditions
    private let range: String?

    init(_ call: S3Call) throws(ServiceError) {
        let headers = call.request.headers
        reference = try UploadReference(call)
        number = try call.request.partNumber()
        source = try CopySource(headers["x-amz-copy-source"] ?? "")
        conditions = ReadConditions(headers, prefix: "x-amz-copy-source-")
        range = headers["x-amz-copy-source-range"]
    }

    /// The bytes of the source; unlike a read's range, this one must lie within the object.
    func bytes(of object: ObjectRecord) throws(ServiceError) -> Range<Int> {
        guard let range else { return 0..<object.byteCount }
        let ends = range.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
            .map { Int($0) }
        guard range.hasPrefix("bytes="), ends.count == 2, let first = ends[0], let last = ends[1],
            0 <= first, first <= last
        else {
            throw .invalidArgument(
                "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the "
                    + "zero-based offsets of the first and last bytes to copy",
                name: "x-amz-copy-source-range",
                value: range
            )
        }
        guard last < object.byteCount else {
            throw .invalidArgument(
                "Range specified is not valid for source object of size: \(object.byteCount)",
                name: "x-amz-copy-source-range",
                value: range
            )
        }
        return first..<(last + 1)
    }
}
