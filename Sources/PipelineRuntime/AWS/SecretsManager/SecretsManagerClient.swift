/// Reads secrets that Secrets Manager keeps.
package struct SecretsManagerClient {
    private let client: AWSClient

    /// Makes a client.
    package init(_ client: AWSClient) {
        self.client = client
    }

    /// The current text of a secret.
    ///
    /// - Parameter id: The secret's ARN or name.
    /// - Returns: The text.
    /// - Throws: What the service answered; `AWSError.Kind.unreadableAnswer` for a secret that is no text.
    package func text(of id: String) throws(AWSError) -> String {
        let answer: Answer = try client.call(.secretsManager, "GetSecretValue", Request(id: id))
        return answer.text
    }

    private struct Request: Encodable {
        let id: String

        enum CodingKeys: String, CodingKey {
            case id = "SecretId"
        }
    }

    private struct Answer: Decodable {
        let text: String

        enum CodingKeys: String, CodingKey {
            case text = "SecretString"
        }
    }
}
