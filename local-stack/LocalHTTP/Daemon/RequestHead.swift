import CMicroHTTPD

/// A request's head as libmicrohttpd read it, and what is wrong with it by stricter rules than the library's.
struct RequestHead {
    private let target: [UInt8]
    private let method: String
    private let version: String
    private let headers: HTTPHeaders
    private let hasInvalidField: Bool

    init(target: [UInt8], method: String, version: String, connection: OpaquePointer) {
        let fields = HeaderFields.read(connection)
        self.target = target
        self.method = method
        self.version = version
        headers = fields.headers
        hasInvalidField = fields.hasInvalidField
    }

    /// Whether a refusal may be sent before the body: the client waits for it, or where the body ends is unknown.
    var mayAnswerEarly: Bool {
        let hasBody = headers["Content-Length"].map { $0 != "0" } ?? (headers["Transfer-Encoding"] != nil)
        return !hasBody || headers["Expect"] != nil || isFramingDoubtful || isUnknownEncoding
    }

    /// The answer to a head that must not be acted on; nil where all is well.
    var problem: HTTPResponse? {
        if isUnknownEncoding { return Self.refusal(501, "Only the transfer encoding chunked is understood.") }
        if isFramingDoubtful { return Self.refusal(400, "The length of the body is given more than once.") }
        if hasInvalidField { return Self.refusal(400, "A header field has a character that is not allowed.") }
        if !hasOneHost { return Self.refusal(400, "There must be one Host header field.") }
        guard method.utf8.allSatisfy(\.isTokenCharacter) else {
            return Self.refusal(400, "The method has a character that is not allowed.")
        }
        // RFC 9112, 3.2: no client may send white space, control characters or anything beyond ASCII.
        guard originForm.first == UInt8(ascii: "/"), target.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return Self.refusal(400, "The request target is malformed.")
        }
        return nil
    }

    /// The request that the handler sees, without its body.
    func request(port: UInt16, isSecure: Bool) -> HTTPRequest {
        let parts = originForm.split(
            separator: UInt8(ascii: "?"),
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        return HTTPRequest(
            method: method,
            rawPath: String(decoding: parts.first ?? [], as: UTF8.self),
            rawQuery: parts.count == 2 ? String(decoding: parts[1], as: UTF8.self) : "",
            headers: headers,
            isSecure: isSecure,
            port: port
        )
    }

    /// RFC 9112, 6.3: two lengths that a proxy could read in two ways.
    private var isFramingDoubtful: Bool {
        let lengths = headers.values("Content-Length").count
        let encodings = headers.values("Transfer-Encoding").count
        return lengths + encodings > 1
    }

    private var isUnknownEncoding: Bool {
        headers["Transfer-Encoding"].map { $0.lowercased() != "chunked" } ?? false
    }

    private var hasOneHost: Bool {
        let count = headers.values("Host").count
        return count == 1 || (count == 0 && version == "HTTP/1.0")
    }

    /// The target without `http://host`, which a client that speaks to a proxy puts before the path.
    private var originForm: ArraySlice<UInt8> {
        for scheme in ["http://", "https://"] where target.starts(with: scheme.utf8) {
            let rest = target.dropFirst(scheme.utf8.count)
            return rest.drop { $0 != UInt8(ascii: "/") }
        }
        return target[...]
    }

    private static func refusal(_ status: Int, _ text: String) -> HTTPResponse {
        HTTPResponse(
            status: status,
            headers: ["Connection": "close", "Content-Type": "text/plain"],
            body: .bytes(Array((text + "\n").utf8))
        )
    }
}
