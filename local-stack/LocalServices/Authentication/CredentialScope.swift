/// The text `key/date/region/service/aws4_request`, which says for what a key was used.
package struct CredentialScope: Sendable, Hashable {
    /// The id of the key; anything but a slash at its end.
    package let accessKeyID: String
    /// The day, `20260131`.
    package let date: String
    /// The region, such as `us-east-1`.
    package let region: String
    /// The service's signing name, such as `s3` or `dynamodb`.
    package let service: String

    /// Reads a scope; nil where it is malformed.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 5, parts[parts.count - 1] == "aws4_request" else { return nil }
        accessKeyID = parts.dropLast(4).joined(separator: "/")
        date = String(parts[parts.count - 4])
        region = String(parts[parts.count - 3])
        service = String(parts[parts.count - 2])
        guard !accessKeyID.isEmpty, !service.isEmpty else { return nil }
    }

    /// The scope without the key, as the text to sign has it.
    package var text: String { "\(date)/\(region)/\(service)/aws4_request" }
}
