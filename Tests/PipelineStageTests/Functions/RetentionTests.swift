import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `The original of a request` {
    private static let archived = "rtp-archived-files/order-1/20260202T024000.000Z/original.jpg"

    private static func body(_ retention: Retention) -> String {
        Requests.text(more: #","retention":"\#(retention.rawValue)""#)
    }

    @Test func `that is kept stays where it is`() throws {
        let photo = try Uploads.photo()
        let pipeline = try TestPipeline.ended(Self.body(.keep), upload: photo)
        #expect(try pipeline.file(TestPipeline.uploadName) == photo)
        #expect(try pipeline.record.original == nil)
    }

    @Test func `that is archived moves to permanent storage`() throws {
        let photo = try Uploads.lyingPhoto()
        let pipeline = try TestPipeline.ended(Self.body(.archive), upload: photo)
        #expect(pipeline.cloud.objects[TestPipeline.uploadName] == nil)
        #expect(try pipeline.file(Self.archived) == photo)
        let original = try #require(try pipeline.record.original)
        #expect(original.retention == .archive)
        #expect(original.key == "order-1/20260202T024000.000Z/original.jpg")
    }

    @Test func `that is discarded is deleted, and the copy of it too`() throws {
        let pipeline = try TestPipeline.ended(Self.body(.discard), upload: Uploads.photo())
        #expect(try pipeline.record.original?.retention == .discard)
        let kept = try pipeline.record.outputs.map(\.key) + ["order-1/previews/large"]
        #expect(Set(pipeline.cloud.objects.keys) == Set(kept.map { "rtp-processed-files/" + $0 }))
    }

    @Test(arguments: [Retention.archive, .discard])
    func `stays where it is when the request fails, so that it can be asked for again`(
        retention: Retention
    ) throws {
        let photo = try Uploads.photo()
        let body = Requests.text(
            renditions: #"[{"name":"huge","width":2000,"enlarge":true}]"#,
            more: #","retention":"\#(retention.rawValue)""#
        )
        let pipeline = try TestPipeline.ended(body, upload: photo)
        #expect(try pipeline.record.status == .failed)
        #expect(try pipeline.file(TestPipeline.uploadName) == photo)
        #expect(try pipeline.record.original == nil)
    }

    @Test func `moves the moment of the record's last change`() throws {
        let pipeline = TestPipeline.functions(Self.body(.archive), upload: try Uploads.photo())
        pipeline.cloud.intercept = { [unowned pipeline] (operation, request) throws(HTTPError) in
            if operation == "DeleteObject" { pipeline.clock.advance(by: .seconds(2)) }
            return operation == "SendEmail" ? FakeCloud.throttling(operation) : nil
        }
        while pipeline.cloud.storedRecord("order-1")?.original == nil { #expect(try pipeline.step()) }
        let (record, original) = (try pipeline.record, try #require(try pipeline.record.original))
        #expect(record.updatedAt >= original.at && original.at > record.statusReachedAt)
        #expect(record.stages.notify?.finishedAt == nil)
    }

    @Test func `is dealt with even while the owner cannot be told`() throws {
        let pipeline = TestPipeline.functions(Self.body(.archive), upload: try Uploads.photo())
        pipeline.cloud.intercept = { (operation, _) throws(HTTPError) in
            operation == "SendEmail" ? FakeCloud.throttling(operation) : nil
        }
        try pipeline.run()
        #expect(try pipeline.record.original?.retention == .archive)
        #expect(pipeline.cloud.operations.count { $0 == "DeleteObject" } == 2)
    }

    @Test(arguments: [true, false])
    func `that another request took first is archived all the same`(isPlain: Bool) throws {
        // A lying photo that is an output as it is coded is turned in the request's copy.
        let photo = isPlain ? try Uploads.photo() : try Uploads.lyingPhoto()
        let body = Requests.text(
            renditions: #"[{"name":"same"}]"#,
            more: #","retention":"archive""#
        )
        let pipeline = TestPipeline.functions(body, upload: photo)
        #expect(try pipeline.step())
        #expect((try pipeline.record.preprocessed?.treatment == .copied) == isPlain)
        pipeline.cloud.objects[TestPipeline.uploadName] = nil
        try pipeline.run()
        #expect(try pipeline.file(Self.archived) == photo)
        #expect(try pipeline.record.original?.key == "order-1/20260202T024000.000Z/original.jpg")
        #expect(try pipeline.record.warnings.isEmpty)
    }

    @Test func `that is gone before it was archived is told as a warning, and the owner is told`() throws {
        let pipeline = TestPipeline.functions(Self.body(.archive), upload: try Uploads.photo())
        #expect(try pipeline.step())
        pipeline.cloud.objects[TestPipeline.uploadName] = nil
        pipeline.cloud.intercept = { (operation, request) throws(HTTPError) in
            guard operation == "CopyObject", request.url.contains("rtp-archived-files") else { return nil }
            return HTTPResponse(status: 404)
        }
        try pipeline.run()
        #expect(try pipeline.record.warnings.map(\.code) == [.notRetained])
        #expect(try pipeline.record.original == nil)
        // It may be the last copy.
        let copy = "rtp-preprocessed-files/\(try #require(try pipeline.record.preprocessed).key)"
        #expect(pipeline.cloud.objects[copy] != nil)
        #expect(pipeline.cloud.mails.first?.text.contains("could not be moved or deleted") == true)
    }
}
