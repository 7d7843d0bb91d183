import Testing

@testable import LocalServiceKit

struct MailTests {
    private let cloud: LocalCloud

    init() throws {
        cloud = try LocalCloud()
        _ = try cloud.mail("POST", "/v2/email/identities", ["EmailIdentity": "example.com"])
    }

    private func send(
        from sender: String = "news@example.com",
        to recipients: [String] = ["ann@example.org"],
        _ simple: WireValue = ["Subject": ["Data": "Hi"], "Body": ["Text": ["Data": "Text"]]]
    ) throws -> Answer {
        try cloud.mail(
            "POST",
            "/v2/email/outbound-emails",
            [
                "FromEmailAddress": .string(sender),
                "Destination": ["ToAddresses": .array(recipients.map(WireValue.string))],
                "Content": ["Simple": simple],
            ]
        )
    }

    private func outbox(_ query: String = "") throws -> WireValue {
        try cloud.page("GET", "/_aws/ses" + query)["messages"]
    }

    @Test func `a mail is in the outbox in LocalStack's shape`() throws {
        let id = try send(
            from: "News <news@example.com>",
            ["Subject": ["Data": "Grüße"], "Body": ["Text": ["Data": "T"], "Html": ["Data": "<b>T</b>"]]]
        )["MessageId"]
        #expect(
            try outbox() == [
                [
                    "Id": id, "Region": "us-east-1", "Timestamp": "2026-01-01T00:00:00",
                    "Source": "News <news@example.com>",
                    "Destination": ["ToAddresses": ["ann@example.org"]], "Subject": "Grüße",
                    "Body": ["text_part": "T", "html_part": "<b>T</b>"],
                ]
            ]
        )
    }

    @Test func `a part that a mail does not have is null in the outbox`() throws {
        _ = try send()
        let body = try outbox()[0]["Body"]
        #expect(body.object?.members.map(\.name) == ["text_part", "html_part"])
        #expect(body["html_part"] == .null)
    }

    @Test func `header fields and attachments are in the outbox, too`() throws {
        let attachment: WireValue = [
            "FileName": "a.png", "RawContent": "iVBORw==", "ContentType": "image/png", "ContentId": "a",
            "ContentDisposition": "INLINE",
        ]
        let simple: WireValue = [
            "Subject": ["Data": "Hi"], "Body": ["Html": ["Data": "<img src='cid:a'>"]],
            "Headers": [["Name": "List-Unsubscribe", "Value": "<https://example.com>"]],
            "Attachments": [attachment],
        ]
        #expect(try send(simple).status == 200)
        let mail = try outbox()[0]
        #expect(mail["Headers"] == [["Name": "List-Unsubscribe", "Value": "<https://example.com>"]])
        #expect(mail["Attachments"][0]["RawContent"] == "iVBORw==")
        #expect(mail["Attachments"][0]["ContentId"] == "a")
    }

    @Test func `the outbox can be asked for one mail, for one sender, and emptied`() throws {
        let first = try #require(send(from: "a@example.com")["MessageId"].text)
        let second = try #require(send(from: "b@example.com")["MessageId"].text)
        #expect(try outbox("?id=\(first)").count == 1)
        #expect(try outbox("?email=b%40example.com")[0]["Id"] == .string(second))
        #expect(try outbox("?id=\(first)&email=b%40example.com").count == 0)
        #expect(try outbox("?id=&email=").count == 2)
        #expect(try cloud.page("DELETE", "/_aws/ses?id=\(first)").status == 204)
        #expect(try outbox()[0]["Id"] == .string(second))
        #expect(try cloud.page("DELETE", "/_aws/ses").status == 204)
        #expect(try outbox().count == 0)
        #expect(try cloud.page("PUT", "/_aws/ses").status == 405)
    }

    @Test func `mails outlast a restart`() throws {
        _ = try send()
        try cloud.restart()
        #expect(try outbox().count == 1)
    }

    @Test(arguments: [
        "other@example.org", "News <other@example.org>", "news@notexample.com", "news@com",
    ])
    func `a sender that is no verified identity is refused`(sender: String) throws {
        let answer = try send(from: sender)
        #expect(answer.status == 400)
        #expect(answer.errorCode == "MessageRejected")
        #expect(
            answer.errorMessage
                == "Email address is not verified. The following identities failed the check in region US-EAST-1: "
                + sender
        )
        #expect(try outbox().count == 0)
    }

    @Test(arguments: [
        "a@example.com", "a@EXAMPLE.com", "a@mail.example.com", "\"Doe, Ann\" <a@example.com>",
        "Ann <a@b.c.example.com>",
    ])
    func `an address of a verified domain, or of one below it, may send`(sender: String) throws {
        #expect(try send(from: sender).status == 200)
    }

    @Test func `an address alone may be verified`() throws {
        _ = try cloud.mail("POST", "/v2/email/identities", ["EmailIdentity": "ann@example.net"])
        #expect(try send(from: "ann@example.net").status == 200)
        #expect(try send(from: "bob@example.net").errorCode == "MessageRejected")
    }

    @Test func `identities of another region do not count`() throws {
        let answer = try cloud.query(
            "ses",
            "SendEmail",
            [
                "Source": "news@example.com", "Destination.ToAddresses.member.1": "a@example.org",
                "Message.Subject.Data": "s", "Message.Body.Text.Data": "t",
            ],
            region: "eu-west-1"
        )
        #expect(answer.errorCode == "MessageRejected")
        #expect(answer.errorMessage?.contains("EU-WEST-1") == true)
    }

    @Test(arguments: [
        ("ann", "Missing final '@domain'"), ("ann@", "Missing final '@domain'"),
        ("@example.org", "Local address contains control or whitespace"),
        ("a b@example.org", "Local address contains control or whitespace"),
        ("ä@example.org", "Local address contains control or whitespace"),
        ("ann@exa mple.org", "Domain contains illegal character"),
        ("ann@-_.org", "Domain contains illegal character"), ("Ann <ann@example.org", "Missing '>'"),
        ("ann@example.org\r\nBcc: eve@example.org", "Illegal address"),
    ])
    func `a recipient to whom nothing can be sent is refused`(recipient: String, message: String) throws {
        let answer = try send(to: [recipient])
        #expect(answer.errorCode == "BadRequestException")
        #expect(answer.errorMessage == message)
    }

    @Test func `a mail has between one and fifty recipients`() throws {
        #expect(try send(to: []).errorCode == "BadRequestException")
        let many = (0..<51).map { "a\($0)@example.org" }
        #expect(try send(to: Array(many.dropLast())).status == 200)
        #expect(try send(to: many).errorCode == "BadRequestException")
    }

    @Test(arguments: [
        ("X: y", "v"), ("", "v"), ("X", "a\r\nBcc: eve@example.org"), ("X", "é"),
        ("X", String(repeating: "a", count: 996)),
    ])
    func `a header field that is none is refused`(name: String, value: String) throws {
        let answer = try send([
            "Subject": ["Data": "s"], "Body": ["Text": ["Data": "t"]],
            "Headers": [["Name": .string(name), "Value": .string(value)]],
        ])
        #expect(answer.errorMessage == "Invalid header <\(name)>.")
    }

    @Test func `a mail without any part, content or sender is refused`() throws {
        #expect(try send(["Subject": ["Data": "s"], "Body": [:]]).errorCode == "BadRequestException")
        #expect(try send(["Body": ["Text": ["Data": "t"]]]).errorCode == "BadRequestException")
        let path = "/v2/email/outbound-emails"
        #expect(try cloud.mail("POST", path, ["Content": [:]]).errorCode == "NotFoundException")
        let simple: WireValue = ["Subject": ["Data": "s"], "Body": ["Text": ["Data": "t"]]]
        let answer = try cloud.mail("POST", path, ["Content": ["Simple": simple]])
        #expect(answer.errorMessage == "Missing required header 'From'.")
    }
}
