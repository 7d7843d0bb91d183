import FoundationEssentials

/// Sends email through SES, version 2 of its API.
package struct SESClient {
    private let client: AWSClient

    /// Makes a client.
    package init(_ client: AWSClient) {
        self.client = client
    }

    /// Sends an email that SES assembles.
    ///
    /// - Returns: The id that SES gave the message.
    @discardableResult
    package func sendEmail(_ message: EmailMessage) throws(AWSError) -> String {
        try send(SendEmailRequest(message))
    }

    /// Sends a MIME message as it is, attachments and inline pictures included.
    ///
    /// - Parameters:
    ///   - mime: The whole message, header section and body (RFC 5322).
    ///   - sender: The envelope's sender; `nil` takes the message's `From`.
    ///   - recipients: The envelope's recipients; none takes the message's own.
    /// - Returns: The id that SES gave the message.
    /// - Throws: What SES answered, or why it did not.
    @discardableResult
    package func sendRawEmail(
        _ mime: [UInt8],
        from sender: String? = nil,
        to recipients: [String] = []
    ) throws(AWSError) -> String {
        try send(SendEmailRequest(mime: mime, from: sender, to: recipients))
    }

    private func send(_ input: SendEmailRequest) throws(AWSError) -> String {
        let url = client.configuration.endpoints.baseURL(of: .ses) + "/v2/email/outbound-emails"
        var call = AWSCall(service: .ses, operation: "SendEmail", url: url)
        try call.setJSON(input, contentType: "application/json")
        let answer: SendEmailAnswer = try client.send(call).decoded(of: call)
        return answer.messageID
    }
}

private struct SendEmailAnswer: Decodable {
    let messageID: String

    enum CodingKeys: String, CodingKey {
        case messageID = "MessageId"
    }
}
