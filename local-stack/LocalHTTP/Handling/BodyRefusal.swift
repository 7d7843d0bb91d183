/// Why a body is not accepted: the answer that the client gets for it.
package struct BodyRefusal: Error {
    /// The answer; the handler does not see the request.
    package let response: HTTPResponse

    /// Refuses a body with that answer.
    package init(_ response: HTTPResponse) {
        self.response = response
    }
}
