import LocalHTTP
import LocalServiceKit
import LocalStore

/// What a request to read an object asks for, with or without the bytes.
struct ObjectRead: Sendable {
    private let bucket: String
    private let key: String
    private let conditions: ReadConditions
    private let range: ByteRange?
    private let partNumber: Int?
    private let wantsChecksum: Bool
    private let overrides: HTTPHeaders

    private static let overridable = [
        "response-content-type": "Content-Type", "response-content-language": "Content-Language",
        "response-expires": "Expires", "response-cache-control": "Cache-Control",
        "response-content-disposition": "Content-Disposition",
        "response-content-encoding": "Content-Encoding",
    ]

    init(_ call: S3Call) throws(ServiceError) {
        let headers = call.request.headers
        bucket = try call.bucket()
        key = try call.key()
        conditions = ReadConditions(headers)
        range = headers["Range"].flatMap { ByteRange($0) }
        partNumber = try call.request.number("partNumber", in: 1...10_000)
        wantsChecksum = headers["x-amz-checksum-mode"]?.uppercased() == "ENABLED"
        overrides = try Self.overrides(call)
        if partNumber != nil, headers["Range"] != nil {
            throw .invalidRequest("Cannot specify both Range header and partNumber query parameter")
        }
    }

    /// The answer, whose file is sent from the disk.
    func response(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(bucket, in: database)
        let object = try ObjectRecord.require(key, in: bucket, database)
        var headers = object.details.responseHeaders
        headers["ETag"] = object.quotedETag
        headers["Last-Modified"] = object.modified.httpDate
        headers["Accept-Ranges"] = "bytes"
        if try conditions.isNotModified(object) { return HTTPResponse(status: 304, headers: headers) }
        for field in overrides.fields { headers[field.name] = field.value }
        let path = files.path(of: object.file)
        guard let part = try part(of: object, &headers) else {
            if wantsChecksum { object.details.checksum?.add(to: &headers) }
            return HTTPResponse(
                status: 200,
                headers: headers,
                body: .file(path: path, offset: 0, count: object.byteCount)
            )
        }
        headers["Content-Range"] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(object.byteCount)"
        return HTTPResponse(
            status: 206,
            headers: headers,
            body: .file(path: path, offset: part.lowerBound, count: part.count)
        )
    }

    /// The bytes that are asked for; nil for all of them.
    private func part(
        of object: ObjectRecord,
        _ headers: inout HTTPHeaders
    ) throws(ServiceError) -> Range<Int>? {
        if let partNumber {
            let sizes = object.details.partByteCounts ?? [object.byteCount]
            guard partNumber <= sizes.count else { throw .invalidPartNumber(partNumber, of: sizes.count) }
            headers["x-amz-mp-parts-count"] = object.details.partByteCounts.map { String($0.count) }
            let start = sizes[..<(partNumber - 1)].reduce(0, +)
            return object.byteCount == 0 ? nil : start..<(start + sizes[partNumber - 1])
        }
        guard let range else { return nil }
        guard let bytes = range.resolved(byteCount: object.byteCount) else {
            throw .invalidRange(range.text, byteCount: object.byteCount)
        }
        return bytes
    }

    /// The value of a query item that becomes a header; a line break would begin another one.
    private static func headerValue(_ item: QueryItem) throws(ServiceError) -> String {
        let value = item.value ?? ""
        guard value.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw .invalidArgument(
                "Header value cannot be represented using ISO-8859-1.",
                name: item.name,
                value: value
            )
        }
        return value
    }

    private static func overrides(_ call: S3Call) throws(ServiceError) -> HTTPHeaders {
        var headers = HTTPHeaders()
        for item in call.request.query {
            guard let name = overridable[item.name] else { continue }
            guard call.isSigned else {
                throw .invalidRequest(
                    "Request specific response headers cannot be used for anonymous GET requests."
                )
            }
            headers[name] = try headerValue(item)
        }
        return headers
    }
}

extension ServiceError {
    fileprivate static func invalidRange(_ range: String, byteCount: Int) -> ServiceError {
        ServiceError(
            "InvalidRange",
            "The requested range is not satisfiable",
            status: 416,
            members: ["ActualObjectSize": String(byteCount), "RangeRequested": range]
        )
    }

    fileprivate static func invalidPartNumber(_ number: Int, of count: Int) -> ServiceError {
        ServiceError(
            "InvalidPartNumber",
            "The requested partnumber is not satisfiable",
            status: 416,
            members: ["ActualPartCount": String(count), "PartNumberRequested": String(number)]
        )
    }
}
