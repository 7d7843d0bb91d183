import Imaging
import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `The notifier` {
    @Test func `tells the owner once, with a link to every picture`() throws {
        let pipeline = try TestPipeline.ended(upload: Uploads.photo())
        let mail = try #require(pipeline.cloud.mails.first)
        #expect(pipeline.cloud.mails.count == 1)
        #expect(mail.sender == "images@example.com")
        #expect(mail.recipients == ["owner@example.com"])
        #expect(mail.subject == "Your 2 pictures are ready: a.jpg")
        for name in ["small", "large"] {
            let link = "http://127.0.0.1:4566/rtp-processed-files/order-1/\(name).jpg?"
            #expect(mail.text.contains("\n\(link)"))
            #expect(mail.html.contains("href=\"\(link)"))
        }
        #expect(mail.text.contains("20 × 15 pixels, JPEG, "))
        #expect(mail.text.contains("The links work until 2026-02-09, 02:40 UTC at the latest."))
        #expect(mail.text.contains("Request order-1"))
        #expect(mail.html.contains("src=\"cid:large\"") && !mail.html.contains("cid:small"))
        #expect(mail.attachments.map(\.contentID) == ["large"])
        #expect(
            mail.attachments.first?.bytes
                == (try pipeline.file("rtp-processed-files/order-1/previews/large"))
        )
        let notification = try #require(try pipeline.record.notifications.first)
        #expect(notification.status == .sent)
        #expect(notification.id == "mail-1")
    }

    @Test func `says in the singular that one picture is ready`() throws {
        let body = Requests.text(renditions: #"[{"name":"only"}]"#)
        let mail = try #require(try TestPipeline.ended(body, upload: Uploads.photo()).cloud.mails.first)
        #expect(mail.subject == "Your picture is ready: a.jpg")
    }

    @Test func `says what was done differently`() throws {
        let body = Requests.text(renditions: #"[{"name":"wide","width":90}]"#)
        let mail = try #require(try TestPipeline.ended(body, upload: Uploads.photo()).cloud.mails.first)
        let remark = "wide has 64 × 48 pixels: enlarging was not asked for."
        #expect(mail.text.contains("- \(remark)"))
        #expect(mail.html.contains(">\(remark)</li>"))
    }

    @Test func `tells why it failed and what can be done`() throws {
        let pipeline = try TestPipeline.ended(upload: Array("hello".utf8))
        let mail = try #require(pipeline.cloud.mails.first)
        #expect(mail.subject == "a.jpg could not be processed")
        #expect(mail.text.contains("The source is not an image of a supported format."))
        #expect(mail.text.contains("Please upload another copy of the picture, as JPEG, PNG or WebP."))
        #expect(mail.text.contains("reason: unsupported_format"))
        #expect(mail.attachments.isEmpty)
    }

    @Test func `lists everything that is wrong with a request`() throws {
        let body =
            #"{"requestId":"order-1","source":{"key":"uploads/a/b.jpg"},"renditions":[{"name":"x","width":0}],"nonsense":1,"notify":{"email":"owner@example.com"}}"#
        let mail = try #require(try TestPipeline.ended(body, upload: nil).cloud.mails.first)
        #expect(mail.text.contains("- /renditions/0/width must be from 1 to 16383"))
        #expect(mail.text.contains("- /nonsense is not known"))
        #expect(mail.subject == "b.jpg could not be processed")
    }

    @Test(
        arguments: [
            (
                #"{"image":{"key":"uploads/1/gone.png"}}"#, "image/key", FailureCode.sourceNotFound,
                "Please upload the logo again"
            ),
            (
                #"{"image":{"key":"uploads/1/none.txt"}}"#, "image", .impossibleOperation,
                "Please upload the logo again"
            ),
            (#"{"text":"\ud808\udc00"}"#, "text", .impossibleOperation, "Please write the watermark's text"),
        ]
    )
    func `tells which watermark cannot be drawn, and what helps`(
        watermark: String,
        member: String,
        code: FailureCode,
        advice: String
    ) throws {
        let own = #"[{"flip":{}},{"watermark":\#(watermark)}]"#
        let renditions = #"[{"name":"a","width":9},{"name":"b","width":20,"operations":\#(own)}]"#
        let pipeline = TestPipeline.functions(
            Requests.text(renditions: renditions),
            upload: try Uploads.photo()
        )
        pipeline.cloud.objects["rtp-request-files/uploads/1/none.txt"] = Array("no picture".utf8)
        try pipeline.run()
        let failure = try #require(try pipeline.record.failure)
        #expect(failure.code == code)
        let place = "/renditions/1/operations/1/watermark/\(member)"
        #expect(failure.problems.map(\.pointer.text) == [place])
        let mail = try #require(pipeline.cloud.mails.first)
        #expect(mail.text.contains("- \(place) "))
        #expect(mail.text.contains(advice))
        #expect(
            member != "image/key" || mail.text.contains("There is no logo with the key uploads/1/gone.png.")
        )
    }

    @Test func `sends nothing where nobody is named`() throws {
        let pipeline = try TestPipeline.ended(Requests.text(email: nil), upload: Uploads.photo())
        #expect(pipeline.cloud.mails.isEmpty)
        #expect(try pipeline.record.stages.notify?.finishedAt != nil)
        #expect(try pipeline.events.last?.type == EventKind.completed.type)
    }

    @Test(arguments: ["MessageRejected", "MailFromDomainNotVerifiedException", "BadRequestException"])
    func `notes a mail that is refused for good and goes on`(code: String) throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        pipeline.cloud.intercept = { (operation, _) throws(HTTPError) in
            let answer: [String: JSONValue] = [
                "__type": .string(code), "message": .string("no owner@example.com"),
            ]
            return operation == "SendEmail" ? .json(answer, status: 400) : nil
        }
        try pipeline.run()
        let record = try pipeline.record
        #expect(record.status == .processed)
        #expect(record.notifications.map(\.status) == [.failed])
        #expect(record.notifications.map(\.detail) == [code])
        #expect(pipeline.cloud.operations.count { $0 == "SendEmail" } == 1)
        #expect(pipeline.isIdle)
        #expect(!record.encodedText.contains("owner@example.com"))
    }

    @Test func `tells the owner later when the mail service is down, and subscribers at once`() throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        var (refusals, endings): (Int, [Int]) = (0, [])
        pipeline.cloud.intercept = { (operation, _) throws(HTTPError) in
            guard operation == "SendEmail", refusals < 9 else { return nil }
            refusals += 1
            endings.append((try? pipeline.events.count { $0.type == EventKind.completed.type }) ?? 0)
            return FakeCloud.throttling(operation)
        }
        try pipeline.run()
        #expect(pipeline.cloud.mails.count == 1)
        #expect(try pipeline.record.stages.notify?.attempts == 4)
        #expect(endings == [0, 0, 0, 1, 1, 1, 1, 1, 1])
        #expect(try pipeline.events.count { $0.type == EventKind.completed.type } == 1)
    }

    @Test
    func `shows small JPEGs of the outputs; one that cannot be fetched is left out`() throws {
        let renditions = #"""
            [{"name":"lost","width":10},{"name":"tiny","width":8,"format":"png"},
            {"name":"wide","width":200,"height":40,"fit":"cover","format":"webp","enlarge":true}]
            """#
        let pipeline = TestPipeline.functions(
            Requests.text(renditions: renditions),
            upload: try Uploads.photo(width: 100, height: 100)
        )
        var fetched: [String] = []
        pipeline.cloud.intercept = { (operation, request) throws(HTTPError) in
            guard operation == "GetObject", request.url.contains("/previews/") else { return nil }
            fetched.append(String(request.url.split(separator: "/").last ?? ""))
            return request.url.contains("lost") ? HTTPResponse(status: 500) : nil
        }
        try pipeline.run()
        let mail = try #require(pipeline.cloud.mails.first)
        #expect(mail.attachments.map(\.contentID) == ["wide"])
        let previews = try mail.attachments.map { try ImageInfo(reading: $0.bytes) }
        #expect(previews.allSatisfy { $0.format == .jpeg })
        #expect(previews.map(\.size) == [PixelSize(width: 200, height: 40)])
        #expect(mail.html.contains(#"width="200" height="40""#))
        #expect(!mail.html.contains("cid:lost"))
        #expect(fetched.filter { $0 != "lost" } == ["wide"])
        #expect(mail.text.contains("/lost.jpg?"))
    }

    @Test(arguments: [
        "a@b.de\\r\\nBcc: c@d.de", "a@b.de, c@d.de", "Ada <a@b.de>", "a@b.de\\u0000", "a@b.de\\u2028x",
        "@b.de", "a@b",
    ])
    func `sends nothing to what is no plain address`(address: String) throws {
        let pipeline = try TestPipeline.ended(Requests.text(email: address), upload: Uploads.photo())
        #expect(pipeline.cloud.mails.isEmpty)
        #expect(try pipeline.record.failure?.problems.map(\.pointer.text) == ["/notify/email"])
    }

    @Test(
        arguments: [
            ("a<b>&\\\"'.jpg", "a&lt;b&gt;&amp;&quot;&#39;.jpg"), ("<\\u0338.jpg", "&lt;\u{338}.jpg"),
            ("safe\\u202Egpj.exe", nil), ("\\u200B\\u200B", nil),
            (String(repeating: "x", count: 300), String(repeating: "x", count: 59) + "…"),
            (String(repeating: "x", count: 57) + ".jpg", String(repeating: "x", count: 55) + "….jpg"),
            (String(repeating: "x", count: 56) + ".jpg", String(repeating: "x", count: 56) + ".jpg"),
        ] as [(String, String?)]
    )
    func `shows a stranger's file name harmlessly`(name: String, shown: String?) throws {
        let body = Requests.text(key: "uploads/1/\(name)")
        let mail = try #require(try TestPipeline.ended(body, upload: nil).cloud.mails.first)
        let heading = ">\(shown ?? "Your picture") could not be processed</h1>"
        #expect(mail.html.contains(heading))
        #expect(!mail.html.contains("<b>"))
        #expect(!mail.subject.contains { $0.isNewline })
    }

    /// Names as a caller writes them, and as they are shown.
    private static let joined: [(String, String)] = [
        ("👩‍👩‍👧.jpg", "👩‍👩‍👧.jpg"), ("\u{645}\u{6CC}\u{200C}\u{62E}.jpg", "\u{645}\u{6CC}\u{200C}\u{62E}.jpg"),
        ("a\u{200D}\u{200B}b\u{200D}.jpg\u{200D}", "ab\u{200D}.jpg"), ("\u{200D}😀.jpg", "😀.jpg"),
        (String(repeating: "x", count: 54) + "👩‍👩‍👧.jpg", String(repeating: "x", count: 54) + "….jpg"),
        ("e" + String(repeating: "\u{301}", count: 300), "e" + String(repeating: "\u{301}", count: 58) + "…"),
    ]

    @Test(arguments: joined)
    func `shows what joiners make of letters and emoji, and cuts no character`(
        name: String,
        shown: String
    ) throws {
        let body = Requests.text(key: "uploads/1/\(name)")
        let mail = try #require(try TestPipeline.ended(body, upload: nil).cloud.mails.first)
        #expect(Array(mail.subject.unicodeScalars) == Array("\(shown) could not be processed".unicodeScalars))
    }

    @Test(arguments: ["a\\r\\nBcc: x.jpg", "a\\nb", "a\\u0085b", "a\\u2028b"])
    func `never sees a file name that would end a line`(name: String) throws {
        let pipeline = try TestPipeline.ended(Requests.text(key: "uploads/1/\(name)"), upload: nil)
        #expect(try pipeline.record.failure?.code == .invalidRequest)
        let mail = try #require(pipeline.cloud.mails.first)
        #expect(mail.subject == "Your picture could not be processed")
    }
}
