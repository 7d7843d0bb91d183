/// What an integration calls, and as whom.
package struct CallTarget: Sendable, Hashable {
    /// The service, such as `s3`.
    package let service: String
    /// The ARN of the role in whose name it is called; nil where the integration names none.
    package let roleARN: String?
}
