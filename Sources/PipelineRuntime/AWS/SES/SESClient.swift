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
        let url = client.configuration.endpoints.baseURL(of: .ses) + "/v2/email/outbound-emails"
        var call = AWSCall(service: .ses, operation: "SendEmail", url: url)
        try call.setJSON(SendEmailRequest(message), contentType: "application/json")
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
