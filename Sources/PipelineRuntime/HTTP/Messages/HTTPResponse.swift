/// A complete response; an answer of any status is a response, not an error.
package struct HTTPResponse: Sendable, Hashable {
    /// The final status code, never 1xx.
    package var status: Int
    /// The header fields of the final answer.
    package var headers: HTTPHeaders
    /// The body; empty when it went to a file.
    package var body: [UInt8]

    /// Whether the status is 2xx.
    package var isSuccess: Bool { (200...299).contains(status) }

    /// Makes a response.
    package init(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
