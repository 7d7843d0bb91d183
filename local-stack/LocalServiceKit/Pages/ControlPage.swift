package import LocalHTTP
import LocalJSON

/// A page of the local stack's own, for tests and for people who look on.
package protocol ControlPage: Sendable {
    /// The path of the page, and of what lies below it.
    static var path: String { get }

    /// Answers a request, now or later.
    func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply)
}

extension HTTPResponse {
    /// A page as JSON.
    package static func page(_ value: WireValue) -> HTTPResponse {
        HTTPResponse(
            status: 200,
            headers: ["Content-Type": "application/json"],
            body: .bytes(JSONWriter.write(value))
        )
    }

    /// The store did not do what the page needed.
    package static let failedPage = HTTPResponse(
        status: 500,
        contentType: "text/plain",
        text: "The local stack failed.\n"
    )
}

extension Result {
    /// Whether there is a value.
    package var isSuccess: Bool { if case .success = self { true } else { false } }
}
