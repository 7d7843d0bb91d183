import FoundationEssentials

/// Publishes messages to SNS topics.
package struct SNSClient {
    private let client: AWSClient

    /// Makes a client.
    package init(_ client: AWSClient) {
        self.client = client
    }

    /// Publishes a message; one whose answer got lost is published again, so subscribers may see it twice.
    ///
    /// - Parameters:
    ///   - message: The text, from 1 byte to 256 KiB with its attributes.
    ///   - topicARN: The topic.
    ///   - subject: The subject of emails to subscribers.
    ///   - attributes: What filter policies look at.
    /// - Returns: The message's id.
    /// - Throws: What SNS answered, or why it did not.
    @discardableResult
    package func publish(
        _ message: String,
        to topicARN: String,
        subject: String? = nil,
        attributes: [String: SNSAttribute] = [:]
    ) throws(AWSError) -> String {
        var form = FormBody([
            ("Action", "Publish"), ("Version", "2010-03-31"), ("TopicArn", topicARN), ("Message", message),
        ])
        form.add("Subject", subject)
        for (index, attribute) in attributes.sorted(by: { $0.key < $1.key }).enumerated() {
            try Self.add(attribute.value, named: attribute.key, number: index + 1, to: &form)
        }
        return try send(form)
    }

    private func send(_ form: FormBody) throws(AWSError) -> String {
        let url = client.configuration.endpoints.baseURL(of: .sns) + "/"
        var call = AWSCall(service: .sns, operation: "Publish", url: url)
        call.set(body: form.bytes, contentType: FormBody.contentType)
        let response = try client.send(call)
        guard let id = XMLTree(parsing: response.body)?.text(at: ["PublishResult", "MessageId"]) else {
            throw AWSError(.unreadableAnswer, "no message id", requestID: response.requestID).during(call)
        }
        return id
    }

    private static func add(
        _ attribute: SNSAttribute,
        named name: String,
        number: Int,
        to form: inout FormBody
    ) throws(AWSError) {
        let prefix = "MessageAttributes.entry.\(number)"
        form.add("\(prefix).Name", name)
        switch attribute {
        case .string(let text): add(text, of: "String", under: prefix, to: &form)
        case .number(let digits): add(digits, of: "Number", under: prefix, to: &form)
        case .stringArray(let texts): add(try jsonArray(texts), of: "String.Array", under: prefix, to: &form)
        case .binary(let bytes):
            form.add("\(prefix).Value.DataType", "Binary")
            form.add("\(prefix).Value.BinaryValue", Data(bytes).base64EncodedString())
        }
    }

    private static func add(
        _ text: String,
        of type: String,
        under prefix: String,
        to form: inout FormBody
    ) {
        form.add("\(prefix).Value.DataType", type)
        form.add("\(prefix).Value.StringValue", text)
    }

    private static func jsonArray(_ texts: [String]) throws(AWSError) -> String {
        guard let json = try? JSONEncoder().encode(texts) else {
            throw AWSError(.invalidArgument, "an attribute is no text", service: .sns, operation: "Publish")
        }
        return String(decoding: json, as: UTF8.self)
    }
}
