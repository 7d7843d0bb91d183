/// An error answer of the HTTP API, `application/problem+json` (RFC 9457).
package struct ProblemDocument: WireValue {
    /// The media type of the document.
    package static let mediaType = "application/problem+json"

    /// What kind of error it is: `about:blank`, or a URN that ends with the stable code.
    package let type: String
    /// The kind of error in words.
    package let title: String
    /// The HTTP status of the answer.
    package let status: Int
    /// What happened this time.
    package let detail: String?
    /// The request concerned, such as `/requests/{id}`.
    package let instance: String?
    /// Everything wrong with the request.
    package let problems: [Problem]?

    /// A failure as an error answer.
    package init(_ failure: Failure, status: Int, requestID: String? = nil) {
        type = "urn:distributed-image-processor:\(failure.code.rawValue)"
        title = failure.code.title
        self.status = status
        detail = failure.text
        instance = requestID.map { "/requests/\($0)" }
        problems = failure.problems.isEmpty ? nil : failure.problems
    }
}
