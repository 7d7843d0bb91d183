import StageContracts

/// What the API said when it refused (RFC 9457).
package struct APIRefusal: Equatable, Sendable {
    /// One thing wrong with the request.
    package struct Problem: Codable, Equatable, Sendable {
        /// Its place in the request, as a JSON pointer.
        package let pointer: String
        /// What is wrong.
        package let detail: String

        /// A problem at a place.
        package init(pointer: String, detail: String) {
            (self.pointer, self.detail) = (pointer, detail)
        }
    }

    /// The HTTP status.
    package let status: Int
    /// What is wrong, in a few words.
    package let title: String
    /// What is wrong with this request, as far as the API says it.
    package let detail: String?
    /// Everything that is wrong with the body, where the API lists it.
    package let problems: [Problem]

    /// A word for programs, the same for every refusal of a kind.
    package let code: String

    /// A refusal; where the API gave it no code, it has that of its status.
    package init(
        status: Int,
        code: String? = nil,
        title: String,
        detail: String? = nil,
        problems: [Problem] = []
    ) {
        (self.status, self.code) = (status, code ?? Self.code(of: status))
        (self.title, self.detail, self.problems) = (title, detail, problems)
    }

    private static func code(of status: Int) -> String {
        switch status {
        case 404: "not_found"
        case 405, 501: "not_supported"
        case 409: "conflict"
        case 413: "too_large"
        case 429: "too_many_requests"
        case 500...: "service_failed"
        default: FailureCode.invalidRequest.rawValue
        }
    }
}
