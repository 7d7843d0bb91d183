@testable import PipelineRuntime

extension FakeCloud {
    func getObject(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
        guard let bytes = objects[Self.name(request)] else { return .xmlError("NoSuchKey", status: 404) }
        guard bytes.count <= request.maximumResponseByteCount ?? .max else {
            throw HTTPError(.responseTooLarge, "more than \(request.maximumResponseByteCount ?? 0) bytes")
        }
        return HTTPResponse(status: 200, headers: ["ETag": Self.tag(bytes)], body: bytes)
    }

    func headObject(_ request: HTTPRequest) -> HTTPResponse {
        HTTPResponse(status: objects[Self.name(request)] == nil ? 404 : 200)
    }

    func putObject(_ request: HTTPRequest) -> HTTPResponse {
        objects[Self.name(request)] = request.bytes
        types[Self.name(request)] = request.headers["Content-Type"]
        return HTTPResponse(status: 200, headers: ["ETag": Self.tag(request.bytes)])
    }

    func copyObject(_ request: HTTPRequest) -> HTTPResponse {
        let source = FormFields.decoded(request.headers["x-amz-copy-source"]?.dropFirst() ?? "")
        guard let bytes = objects[source] else { return .xmlError("NoSuchKey", status: 404) }
        guard request.headers["x-amz-copy-source-if-match"] ?? Self.tag(bytes) == Self.tag(bytes) else {
            return .xmlError("PreconditionFailed", status: 412)
        }
        objects[Self.name(request)] = bytes
        let isReplaced = request.headers["x-amz-metadata-directive"] == "REPLACE"
        types[Self.name(request)] = isReplaced ? request.headers["Content-Type"] : types[source]
        return .xml("<CopyObjectResult><ETag>\(Self.tag(bytes))</ETag></CopyObjectResult>")
    }

    func deleteObject(_ request: HTTPRequest) -> HTTPResponse {
        if let bytes = objects.removeValue(forKey: Self.name(request)) { removed[Self.name(request)] = bytes }
        return HTTPResponse(status: 204)
    }

    /// One key a page, so that whoever lists has to turn pages.
    func listObjects(_ request: HTTPRequest) -> HTTPResponse {
        let query = FormFields(Array((HTTPURL(request.url)?.query ?? "").utf8))
        guard query["delimiter"] == "/", let prefix = query["prefix"], prefix.hasSuffix("/") else {
            return unexpected("a list of more than a folder: \(query.text)")
        }
        let bucket = Self.name(request)
        let folder = objects.keys.filter { $0.hasPrefix(bucket + prefix) }.map {
            $0.dropFirst(bucket.utf8.count)
        }
        let token = query["continuation-token"] ?? ""
        let keys = folder.filter { !$0.dropFirst(prefix.count).contains("/") && $0 > token }.sorted()
        let contents = keys.first.map { "<Contents><Key>\($0)</Key></Contents>" } ?? ""
        let next = keys.count > 1 ? "<NextContinuationToken>\(keys[0])</NextContinuationToken>" : ""
        return .xml(
            "<ListBucketResult><IsTruncated>\(keys.count > 1)</IsTruncated>\(contents)\(next)</ListBucketResult>"
        )
    }

    /// Bucket and key of a request whose URL has the bucket in its path.
    private static func name(_ request: HTTPRequest) -> String {
        FormFields.decoded(HTTPURL(request.url)?.path.dropFirst() ?? "")
    }

    private static func tag(_ bytes: [UInt8]) -> String {
        "\"" + SHA256.digest(of: bytes).hexadecimal.prefix(32) + "\""
    }
}
