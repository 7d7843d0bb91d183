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
        return HTTPResponse(status: 200, headers: ["ETag": Self.tag(request.bytes)])
    }

    func copyObject(_ request: HTTPRequest) -> HTTPResponse {
        let source = FormFields.decoded(request.headers["x-amz-copy-source"]?.dropFirst() ?? "")
        guard let bytes = objects[source] else { return .xmlError("NoSuchKey", status: 404) }
        guard request.headers["x-amz-copy-source-if-match"] ?? Self.tag(bytes) == Self.tag(bytes) else {
            return .xmlError("PreconditionFailed", status: 412)
        }
        objects[Self.name(request)] = bytes
        return .xml("<CopyObjectResult><ETag>\(Self.tag(bytes))</ETag></CopyObjectResult>")
    }

    func deleteObject(_ request: HTTPRequest) -> HTTPResponse {
        objects[Self.name(request)] = nil
        return HTTPResponse(status: 204)
    }

    /// Bucket and key of a request whose URL has the bucket in its path.
    private static func name(_ request: HTTPRequest) -> String {
        FormFields.decoded(HTTPURL(request.url)?.path.dropFirst() ?? "")
    }

    private static func tag(_ bytes: [UInt8]) -> String {
        "\"" + SHA256.digest(of: bytes).hexadecimal.prefix(32) + "\""
    }
}
