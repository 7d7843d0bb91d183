import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `A wish for new links` {
    private static func wish(_ id: String = "order-1") throws -> String {
        StageMessage(.links, requestId: try RequestID(reading: id)).encodedText
    }

    /// The record before and after links were asked for, eight days after the request had ended.
    private static func renewed(_ body: String) throws -> (before: Record, after: Record, TestPipeline) {
        let pipeline = try TestPipeline.ended(body, upload: Uploads.photo())
        let before = try pipeline.record
        #expect(before.status == .processed)
        pipeline.clock.advance(by: .seconds(8 * 86_400))
        pipeline.send(try wish(), to: .outcomes)
        try pipeline.run()
        return (before, try pipeline.record, pipeline)
    }

    private static func expectNew(_ url: String?, _ end: Timestamp?, _ pipeline: TestPipeline) {
        let day = Timestamp(pipeline.clock.now).text.prefix(10).filter { $0 != "-" }
        #expect(url?.contains("X-Amz-Date=\(day)T") == true)
        #expect(end == Timestamp(pipeline.clock.now.advanced(by: .seconds(604_800))))
    }

    @Test
    func `gives every output of a gallery, its source set and its archived original one that works again`()
        throws
    {
        let (before, after, pipeline) = try Self.renewed(Requests.gallery(#","retention":"archive""#))
        #expect(after.outputs.map(\.key) == before.outputs.map(\.key) && after.outputs.count == 8)
        for output in after.outputs { Self.expectNew(output.url, output.urlExpiresAt, pipeline) }
        let links = Set(after.outputs.compactMap(\.url))
        let candidates = try #require(after.srcset).split(separator: ", ").map { $0.split(separator: " ")[0] }
        #expect(!candidates.isEmpty && candidates.allSatisfy { links.contains(String($0)) })
        #expect(candidates.count == before.srcset?.split(separator: ", ").count)
        let original = try #require(after.original)
        Self.expectNew(original.url, original.urlExpiresAt, pipeline)
        let key = "order-1/20260202T024000.000Z/original.jpg"
        #expect(original.key == key && original.url?.contains("/rtp-archived-files/\(key)?") == true)
        #expect(before.original?.url != nil && before.original?.url != original.url)
        #expect(after.updatedAt > before.updatedAt)
        // Nothing but links has changed, and nobody is told again.
        #expect(after.sequence == before.sequence && after.stages == before.stages)
        #expect(after.notifications == before.notifications && pipeline.cloud.mails.count == 1)
    }

    @Test func `gives a puzzle's document, sheets and small picture one, wherever they lie`() throws {
        let (before, after, pipeline) = try Self.renewed(Requests.puzzle)
        #expect(before.puzzle?.key.hasPrefix("toys/") == true)
        Self.expectNew(after.puzzle?.url, after.puzzle?.urlExpiresAt, pipeline)
        for output in after.outputs { Self.expectNew(output.url, output.urlExpiresAt, pipeline) }
        #expect(after.original?.replacement == after.replacement && after.replacement != nil)
    }

    @Test func `gives an original that is kept its first, and one that was discarded none`() throws {
        let (before, kept, pipeline) = try Self.renewed(Requests.text())
        #expect(before.original == nil)
        #expect(kept.original?.retention == .keep)
        #expect(kept.original?.url?.contains("/rtp-request-files/uploads/1/a.jpg?") == true)
        Self.expectNew(kept.original?.url, kept.original?.urlExpiresAt, pipeline)
        let (_, discarded, _) = try Self.renewed(Requests.text(more: #","retention":"discard""#))
        #expect(discarded.original?.retention == .discard && discarded.original?.url == nil)
    }

    @Test(arguments: ["text/html", "image/svg+xml"])
    func `and every link before answers what was decoded, whatever the upload was called`(type: String) throws
    {
        let pipeline = TestPipeline.functions(
            Requests.gallery(#","retention":"archive""#),
            upload: try Uploads.photo()
        )
        pipeline.cloud.types[TestPipeline.uploadName] = type
        try pipeline.run()
        let record = try pipeline.record
        for output in record.outputs {
            let link = try #require(output.url)
            #expect(link.contains("response-content-type=image%2F\(output.format.rawValue)"))
            let name = "order-1_\(output.name).\(output.format.fileExtension)"
            #expect(
                link.contains("response-content-disposition=inline%3B%20filename%2A%3DUTF-8%27%27\(name)&")
            )
        }
        let original = try #require(record.original?.url)
        #expect(
            original.contains("response-content-type=image%2Fjpeg")
                && original.contains("order-1_original.jpg")
        )
        // Nor is a copy what its uploader says.
        let copies = pipeline.cloud.types.filter { $0.key != TestPipeline.uploadName }
        #expect(Set(copies.values) == ["image/jpeg", "image/webp"])
        #expect(copies["rtp-archived-files/order-1/20260202T024000.000Z/original.jpg"] == "image/jpeg")
        #expect(copies["rtp-processed-files/order-1/original.jpg"] == "image/jpeg")
        #expect(copies["rtp-preprocessed-files/order-1/source.jpg"] == "image/jpeg")
    }

    @Test func `of a request that is not known, or has no files, changes and alarms nothing`() throws {
        let pipeline = try TestPipeline.ended(upload: nil)
        #expect(try pipeline.record.status == .failed)
        let table = pipeline.cloud.table
        for id in ["order-1", "order-2"] { pipeline.send(try Self.wish(id), to: .outcomes) }
        pipeline.send(try Self.wish("order-3"), to: .deadOutcomes)
        try pipeline.run()
        #expect(pipeline.cloud.table == table)
        #expect(pipeline.isIdle)
    }

    @Test func `that comes while the request is worked on waits for its end`() throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        #expect(try pipeline.step())
        // The notifier dies with the request in hand.
        #expect(try pipeline.step())
        pipeline.cloud.revive()
        pipeline.cloud.fault = .deathAfter(2)
        #expect(try pipeline.step())
        let before = try pipeline.record
        pipeline.send(try Self.wish(), to: .outcomes)
        #expect(try pipeline.step())
        #expect(try pipeline.record.outputs == before.outputs)
        try pipeline.run()
        #expect(try pipeline.record.outputs != before.outputs)
        #expect(pipeline.cloud.mails.count == 1)
    }

    @Test(arguments: 1...3)
    func `is done in the end wherever the notifier dies or the services fail`(place: Int) throws {
        for fault: FakeCloud.Fault in [.deathBefore(place), .deathAfter(place), .outage(place)] {
            let pipeline = try TestPipeline.ended(upload: Uploads.photo())
            let before = try pipeline.record
            pipeline.cloud.revive()
            pipeline.cloud.fault = fault
            pipeline.clock.advance(by: .seconds(8 * 86_400))
            pipeline.send(try Self.wish(), to: .outcomes)
            try pipeline.run()
            #expect(try pipeline.record.outputs != before.outputs, "\(fault)")
            #expect(pipeline.isIdle && pipeline.cloud.mails.count == 1, "\(fault)")
        }
    }
}
