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
        let headers = ["Auto-Submitted", "Content-Type", "From", "MIME-Version", "Subject", "To"]
        #expect(report.headers == headers)
        #expect(report.text == mail.text)
        #expect(report.images == mail.attachments.count)
        let outputs = try pipeline.record.outputs
        #expect(report.links.count == report.images + outputs.count)
        #expect(report.table.dropFirst().map(\.first) == outputs.map(\.name))
        #expect(report.images == (outputs.isEmpty ? 0 : 1))
    }

    @Test func `shows a gallery once and lists its versions in a table`() throws {
        let body = """
            {"requestId":"order-1","source":{"key":"uploads/1/a.jpg"},"preset":"gallery",
            "notify":{"email":"owner@example.com"}}
            """
        let pipeline = try TestPipeline.ended(body, upload: Uploads.photo(width: 120, height: 80))
        let mail = try #require(pipeline.cloud.mails.first)
        let report = try MailWitness.read(mail)
        #expect(report.problems == [] && report.images == 1)
        #expect(report.table.first == ["Picture", "Format", "Pixels", "Size"])
        for (output, row) in zip(try pipeline.record.outputs, report.table.dropFirst()) {
            let format = output.format == .webp ? "WebP" : "JPEG"
            let pixels = "\(output.width) × \(output.height)"
            #expect(row == [output.name, format, pixels, ByteCount(output.bytes).description])
            #expect(report.links.contains { $0.contains("/order-1/\(output.name).") })
            #expect(mail.text.contains("\(output.name): \(pixels) pixels, \(format), \(row[3])\nhttp"))
        }
        #expect(report.table.count == 9 && report.links.count == 9)
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
