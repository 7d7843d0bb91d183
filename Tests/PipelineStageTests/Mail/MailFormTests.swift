import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `A mail to an owner` {
    /// Requests of every outcome, some with names that try to break out.
    private static let bodies: [String] = [
        Requests.text(), Requests.text(renditions: #"[{"name":"wide","width":99,"format":"webp"}]"#),
        Requests.text(key: "uploads/none/photo.jpg"),
        Requests.text(key: "uploads/<script>alert('1')<\\/script>&\\\"x\\\"=é 😀.jpg"),
        #"{"requestId":"order-1","<b>":1,"notify":{"email":"o'hara+x=?utf-8?q?=0D=0A?=@example.com"}}"#,
    ]

    @Test(arguments: bodies)
    func `is right in a real mail parser and an HTML validator`(body: String) throws {
        let pipeline = try TestPipeline.ended(body, upload: Uploads.photo())
        let mail = try #require(pipeline.cloud.mails.first)
        let report = try MailWitness.read(mail)
        #expect(report.defects == [])
        #expect(report.problems == [])
        #expect(report.subject == mail.subject)
        #expect(report.recipients == mail.recipients)
        #expect(report.headers == ["Content-Type", "From", "MIME-Version", "Subject", "To"])
        #expect(report.text == mail.text)
        #expect(report.images == mail.attachments.count)
        #expect(report.links.count == report.images * 2 + (try pipeline.record.outputs.count - report.images))
    }

    @Test func `holds nothing private of the original`() throws {
        let mail = try #require(
            try TestPipeline.ended(upload: Uploads.lyingPhoto()).cloud.mails.first
        )
        for secret in ["rtp-request-files", "uploads/1", "Ada"] {
            #expect(!mail.text.contains(secret))
            #expect(!mail.html.contains(secret))
        }
    }
}
