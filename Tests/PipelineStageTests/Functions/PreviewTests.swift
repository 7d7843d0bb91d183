import StageContracts
import Testing

@testable import Imaging
@testable import PipelineStage
@testable import RequestImaging

@Suite struct `The previews of a mail` {
    private func previews(_ pipeline: TestPipeline) -> [String] {
        let folder = "rtp-processed-files/order-1/previews/"
        return pipeline.cloud.objects.keys.filter { $0.hasPrefix(folder) }.map {
            String($0.dropFirst(folder.count))
        }
        .sorted()
    }

    @Test func `are made only where a mail will be written`() throws {
        let body =
            #"{"requestId":"order-1","source":{"key":"uploads/1/a.jpg"},"renditions":[{"name":"a","width":20}]}"#
        let pipeline = try TestPipeline.ended(body, upload: Uploads.photo())
        #expect(try pipeline.record.status == .processed)
        #expect(previews(pipeline).isEmpty)
        #expect(try pipeline.record.stages.process?.steps?["previews"] == nil)
    }

    @Test func `are made of one version of a gallery, the one that goes with the mail`() throws {
        let notify = #""notify":{"email":"owner@example.com"}"#
        let body =
            #"{"requestId":"order-1","source":{"key":"uploads/1/a.jpg"},"preset":"gallery",\#(notify)}"#
        let pipeline = try TestPipeline.ended(body, upload: Uploads.photo(width: 96, height: 64))
        #expect(previews(pipeline) == ["thumbnail"])
        let mail = try #require(pipeline.cloud.mails.first)
        #expect(mail.attachments.map(\.contentID) == ["thumbnail"])
        let sizes = try mail.attachments.map { try ImageInfo(reading: $0.bytes).size }
        #expect(sizes == [PixelSize(width: 96, height: 64)])
    }

    @Test func `are at most four, and each goes with its name`() throws {
        let shapes = (1...6).map { #"{"name":"cut-\#($0)","width":\#($0 * 10),"height":30,"fit":"cover"}"# }
        let body = Requests.text(renditions: "[\(shapes.joined(separator: ","))]")
        let pipeline = try TestPipeline.ended(body, upload: Uploads.photo())
        #expect(previews(pipeline) == ["cut-1", "cut-2", "cut-3", "cut-4"])
        let mail = try #require(pipeline.cloud.mails.first)
        #expect(mail.attachments.map(\.contentID) == ["cut-1", "cut-2", "cut-3", "cut-4"])
        for name in ["cut-1", "cut-4"] { #expect(mail.html.contains("<br>\(name)</a>")) }
        #expect(mail.html.split(separator: "max-width: 120px").count == 5, "room for names below")
        #expect(!mail.html.contains("cid:cut-5") && mail.html.contains(">cut-6</a>"))
    }

    @Test func `show what was made, not what it was made of`() throws {
        let list = #"""
            [{"name":"plain","format":"png"},{"name":"gray","format":"png","operations":[{"grayscale":{}}]},
            {"name":"clear","format":"webp","operations":[{"roundedCorners":{"radius":0.5}}]}]
            """#
        let pipeline = try TestPipeline.ended(Requests.text(renditions: list), upload: Uploads.photo())
        func picture(_ name: String) throws -> [UInt8] {
            let preview = try pipeline.file("rtp-processed-files/order-1/previews/\(name)")
            let plan = RenditionPlan(Resize(), as: .png())
            return try Renderer().render(preview, [plan])[0].bytes
        }
        #expect(try picture("plain") != picture("gray"))
        #expect(try picture("plain") != picture("clear"))
        #expect(
            try ImageInfo(reading: pipeline.file("rtp-processed-files/order-1/previews/clear")).exif
                == nil
        )
    }

    @Test func `are transparent where the picture is, and JPEGs elsewhere`() throws {
        let list = #"""
            [{"name":"plain","format":"jpeg"},{"name":"opaque_1","format":"png","operations":[{"sepia":{}}]},
            {"name":"round","format":"webp","operations":[{"roundedCorners":{"radius":0.5}}]}]
            """#
        let pipeline = try TestPipeline.ended(Requests.text(renditions: list), upload: Uploads.photo())
        let mail = try #require(pipeline.cloud.mails.first)
        #expect(mail.attachments.map(\.fileName) == ["plain.jpg", "opaque_1.jpg", "round.png"])
        #expect(mail.attachments.map(\.contentType) == ["image/jpeg", "image/jpeg", "image/png"])
        #expect(mail.html.contains("<br>opaque_<wbr>1</a>"))
        #expect(
            try mail.attachments.map { try ImageInfo(reading: $0.bytes).hasAlpha } == [false, false, true]
        )
    }

    @Test func `that would be too large with their transparency are smaller`() throws {
        for (levels, side) in [(4, 240), (256, 120)] {
            var rows = Noise(levels: UInt32(levels))
            let plan = RenditionPlan(Resize(), as: .png())
            let file = try rows.encode(as: .png())
            let picture = try Renderer().render(file, [plan])[0]
            let preview = try #require(PreviewMaker(limits: ImageLimits()).preview(of: picture))
            #expect(preview.bytes.count <= Output.maximumPreviewByteCount)
            #expect(preview.format == .png && preview.size == PixelSize(width: side, height: side))
        }
    }
}

/// Every pixel another one, of some levels.
private struct Noise: RowProducer {
    let levels: UInt32
    let format = RowFormat(size: PixelSize(width: 600, height: 600), layout: .rgba)
    private var state: UInt32 = 1

    init(levels: UInt32) { self.levels = levels }

    mutating func readRow(into row: inout MutableSpan<UInt8>) {
        for index in 0..<format.rowByteCount {
            state = state &* 1_664_525 &+ 1_013_904_223
            row[index] = UInt8(truncatingIfNeeded: (state >> 24) % levels)
        }
    }

    mutating func finish() {}
}
