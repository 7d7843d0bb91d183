import Testing

@testable import LocalServiceKit

struct RawMailTests {
    private let cloud: LocalCloud

    init() throws {
        cloud = try LocalCloud()
        _ = try cloud.query("ses", "VerifyDomainIdentity", ["Domain": "example.com"])
    }

    private func send(_ message: String, _ more: [WireObject.Member] = []) throws -> Answer {
        let content: WireValue = ["Raw": ["Data": .string(Blob(Array(message.utf8)).base64)]]
        return try cloud.mail(
            "POST",
            "/v2/email/outbound-emails",
            .object(WireObject([WireObject.Member("Content", content)] + more))
        )
    }

    private func outbox() throws -> WireValue { try cloud.page("GET", "/_aws/ses")["messages"] }

    @Test func `a message's own header says from whom and to whom it is`() throws {
        let message =
            "From: News <news@example.com>\r\nto: \"Doe, Ann\" <ann@example.org>,\r\n\tbob@example.org\r\n"
            + "Cc: cy@example.org\r\nSubject: Hi\r\n\r\nSubject: not this one\r\n"
        #expect(try send(message).status == 200)
        let mail = try outbox()[0]
        #expect(mail["Source"] == "News <news@example.com>")
        #expect(
            mail["Destination"] == [
                "ToAddresses": ["\"Doe, Ann\" <ann@example.org>", "bob@example.org"],
                "CcAddresses": ["cy@example.org"],
            ]
        )
        #expect(mail["Subject"] == "Hi")
        #expect(mail["RawData"] == .string(message))
        #expect(mail["Body"] == .null)
    }

    @Test func `the envelope counts more than the message`() throws {
        let members = [
            WireObject.Member("FromEmailAddress", "a@example.com"),
            WireObject.Member("Destination", ["ToAddresses": ["z@example.org"]]),
        ]
        #expect(try send("From: x@elsewhere.org\nTo: ann@example.org\n\nHi", members).status == 200)
        #expect(try outbox()[0]["Source"] == "a@example.com")
        #expect(try outbox()[0]["Destination"]["ToAddresses"] == ["z@example.org"])
    }

    @Test(arguments: [
        ("", "Missing required header 'From'."), ("no header", "Missing required header 'From'."),
        ("To: ann@example.org\n\nHi", "Missing required header 'From'."),
        ("\n\nFrom: a@example.com", "Missing required header 'From'."),
        (" From: a@example.com\nTo: b@example.org", "Missing required header 'From'."),
        ("From: a@example.com\n\nHi", "Missing required header 'To'."),
    ])
    func `a message that does not say so is refused`(message: String, reason: String) throws {
        let answer = try send(message)
        #expect(answer.errorCode == "BadRequestException")
        #expect(answer.errorMessage == reason)
    }

    @Test func `a message that is no base64 is refused`() throws {
        let answer = try cloud.mail(
            "POST",
            "/v2/email/outbound-emails",
            ["Content": ["Raw": ["Data": "no base64!"]]]
        )
        #expect(answer.status == 400)
        #expect(try outbox().count == 0)
    }

    @Test func `version 1 sends the same`() throws {
        let data = Blob(Array("From: a@example.com\nTo: b@example.org\n\nHi".utf8)).base64
        let answer = try cloud.query("ses", "SendRawEmail", ["RawMessage.Data": data])
        #expect(try outbox()[0]["Id"].text == answer.element("MessageId"))
        let given = try cloud.query(
            "ses",
            "SendRawEmail",
            ["RawMessage.Data": data, "Source": "c@example.com", "Destinations.member.1": "d@example.org"]
        )
        #expect(given.status == 200)
        #expect(try outbox()[1]["Destination"]["ToAddresses"] == ["d@example.org"])
        let refused = try cloud.query(
            "ses",
            "SendRawEmail",
            ["RawMessage.Data": data, "Source": "c@elsewhere.org"]
        )
        #expect(refused.errorCode == "MessageRejected")
    }
}
