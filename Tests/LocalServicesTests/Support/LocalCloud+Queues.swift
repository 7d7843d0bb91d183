import Testing

@testable import LocalServiceKit

extension LocalCloud {
    /// Creates a queue and answers its URL.
    @discardableResult
    func createQueue(_ name: String, _ attributes: WireValue = [:]) throws -> String {
        let answer = try sqs("CreateQueue", ["QueueName": .string(name), "Attributes": attributes])
        return try #require(answer["QueueUrl"].text, "\(answer.text)")
    }

    /// The ARN of a queue of the account and region that the tests use.
    static func queueARN(_ name: String) -> String { "arn:aws:sqs:us-east-1:000000000000:\(name)" }

    /// Sends a text to a queue.
    @discardableResult
    func post(_ body: String, to url: String, _ more: [String: WireValue] = [:]) throws -> Answer {
        var input = WireObject([
            WireObject.Member("QueueUrl", .string(url)), WireObject.Member("MessageBody", .string(body)),
        ])
        input.members += more.map { WireObject.Member($0.key, $0.value) }
        return try sqs("SendMessage", .object(input))
    }

    /// The request for messages with all their attributes.
    static func receiveRequest(_ url: String, _ more: [String: WireValue] = [:]) -> WireValue {
        var input = WireObject([
            WireObject.Member("QueueUrl", .string(url)),
            WireObject.Member("MaxNumberOfMessages", .number("10")),
            WireObject.Member("AttributeNames", ["All"]),
            WireObject.Member("MessageAttributeNames", ["All"]),
        ])
        input.members += more.map { WireObject.Member($0.key, $0.value) }
        return .object(input)
    }

    /// Receives what is visible in a queue, ten messages at most.
    func receive(_ url: String, _ more: [String: WireValue] = [:]) throws -> [WireValue] {
        try sqs("ReceiveMessage", Self.receiveRequest(url, more))["Messages"].elements ?? []
    }

    /// The texts of what is visible in a queue.
    func bodies(_ url: String, _ more: [String: WireValue] = [:]) throws -> [String] {
        try receive(url, more).compactMap { $0["Body"].text }
    }

    /// One attribute of a queue.
    func attribute(_ name: String, of url: String) throws -> String? {
        try sqs("GetQueueAttributes", ["QueueUrl": .string(url), "AttributeNames": ["All"]])["Attributes"][
            name
        ]
        .text
    }
}
