import Testing

@testable import LocalServiceKit

struct EnvelopeTests {
    private let cloud: LocalCloud
    private let queue: String
    private let topic: String

    init() throws {
        cloud = try LocalCloud()
        queue = try cloud.createQueue("q")
        topic = try cloud.createTopic("t")
    }

    @Test func `the envelope has the members that AWS writes, in their order`() throws {
        let subscription = try cloud.subscribe("q", to: topic)
        let answer = try cloud.publish(
            "line \"one\"\nline two é",
            to: topic,
            [("colour", "String", "red"), ("raw", "Binary", "AAEC")],
            [("Subject", "News")]
        )
        let id = try #require(answer.element("MessageId"))
        let body = try #require(cloud.bodies(queue).first)
        let envelope = WireValue(json: body)
        #expect(
            envelope.object?.members.map(\.name) == [
                "Type", "MessageId", "TopicArn", "Subject", "Message", "Timestamp", "SignatureVersion",
                "Signature", "SigningCertURL", "UnsubscribeURL", "MessageAttributes",
            ]
        )
        #expect(body.hasPrefix("{\n  \"Type\" : \"Notification\",\n  \"MessageId\" : \"\(id)\",\n"))
        #expect(envelope["TopicArn"] == .string(topic))
        #expect(envelope["Subject"] == "News")
        #expect(envelope["Message"] == "line \"one\"\nline two é")
        #expect(envelope["Timestamp"] == "2026-01-01T00:00:00.000Z")
        #expect(envelope["SignatureVersion"] == "1")
        #expect(
            envelope["UnsubscribeURL"]
                == .string("http://localhost:4566/?Action=Unsubscribe&SubscriptionArn=\(subscription)")
        )
        #expect(
            envelope["MessageAttributes"] == [
                "colour": ["Type": "String", "Value": "red"], "raw": ["Type": "Binary", "Value": "AAEC"],
            ]
        )
    }

    @Test func `the certificate of the signature can be fetched`() throws {
        try cloud.subscribe("q", to: topic)
        try cloud.publish("m", to: topic)
        let envelope = WireValue(json: try #require(cloud.bodies(queue).first))
        let url = try #require(envelope["SigningCertURL"].text)
        let path = try #require(url.split(separator: "localhost:4566").last.map(String.init))
        #expect(try cloud.page("GET", path).text.hasPrefix("-----BEGIN CERTIFICATE-----\n"))
        #expect(try cloud.page("GET", "/_aws/sns/SimpleNotificationService-0.pem").status == 404)
    }

    @Test func `eleven attributes pass in an envelope`() throws {
        try cloud.subscribe("q", to: topic)
        let eleven = (0..<11).map { (name: "a\($0)", type: "String", value: "x") }
        try cloud.publish("m", to: topic, eleven)
        let envelope = WireValue(json: try #require(cloud.bodies(queue).first))
        #expect(envelope["MessageAttributes"].count == 11)
    }
}
