/// One thing wrong with a request, and where.
package struct Problem: Codable, Equatable, Sendable {
    /// The place in the request (RFC 6901); empty for the whole of it.
    package let pointer: JSONPointer
    /// What kind of mistake it is; stable, for programs.
    package let code: ProblemCode
    /// What is wrong and what would be right, for people.
    package let detail: String

    /// One problem at a place.
    package init(_ pointer: JSONPointer, _ code: ProblemCode, _ detail: String) {
        self.pointer = pointer
        self.code = code
        self.detail = detail
    }
}
