/// An answer.
package struct HTTPResponse: Sendable {
    /// What follows the head.
    package enum Body: Sendable {
        /// Bytes in memory.
        case bytes([UInt8])
        /// `count` bytes of a file from `offset` on; it is opened when the answer is given to `Reply.send`.
        case file(path: String, offset: Int, count: Int)
        /// What is written to the stream from now on, until it ends; one stream is the body of one answer.
        case stream(ResponseStream)
    }

    /// The status code, 200 to 599.
    package var status: Int
    /// The header fields; `Content-Length`, `Date` and `Connection` are the server's business.
    package var headers: HTTPHeaders
    /// The body; for a `HEAD` request only its length is used.
    package var body: Body

    /// An answer.
    package init(status: Int, headers: HTTPHeaders = HTTPHeaders(), body: Body = .bytes([])) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// An answer with a text of the given type.
    package init(status: Int, contentType: String, text: String) {
        self.init(status: status, headers: ["Content-Type": contentType], body: .bytes(Array(text.utf8)))
    }
}
