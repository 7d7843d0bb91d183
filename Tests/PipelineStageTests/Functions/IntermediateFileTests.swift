import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `What lies between the stages` {
    private static func names(_ pipeline: TestPipeline) -> [String] {
        pipeline.cloud.objects.keys.filter { $0.hasPrefix("rtp-preprocessed-files/") }.sorted()
    }

    @Test(arguments: Retention.allCases)
    func `is removed once the pictures are made, whatever becomes of the original`(
        retention: Retention
    ) throws {
        let body = Requests.gallery(#","retention":"\#(retention.rawValue)""#)
        let pipeline = TestPipeline.functions(body, upload: try Uploads.annotatedPhoto())
        #expect(try pipeline.step())
        #expect(!Self.names(pipeline).isEmpty)
        try pipeline.run()
        #expect(try pipeline.record.status == .processed)
        #expect(Self.names(pipeline).isEmpty)
    }

    @Test func `of another request is left alone`() throws {
        let other = "rtp-preprocessed-files/order-10/source.jpg"
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        pipeline.cloud.objects[other] = [1]
        try pipeline.run()
        #expect(Self.names(pipeline) == [other])
    }

    @Test func `stays after a failure, and the original can be asked for again`() throws {
        let body = Requests.text(renditions: #"[{"name":"huge","width":2000,"enlarge":true}]"#)
        let pipeline = try TestPipeline.ended(body, upload: Uploads.photo())
        #expect(try pipeline.record.status == .failed)
        #expect(Self.names(pipeline) == ["rtp-preprocessed-files/order-1/source.jpg"])
        pipeline.send(Requests.text(id: "order-2"))
        try pipeline.run()
        #expect(try pipeline.cloud.record("order-2").status == .processed)
    }

    @Test func `is not missed by a message that comes late`() throws {
        let pipeline = try TestPipeline.ended(upload: Uploads.photo())
        let (record, files) = (try pipeline.record, pipeline.cloud.objects)
        let id = try RequestID(reading: "order-1")
        pipeline.send(Requests.text())
        pipeline.send(StageMessage(.preprocessed, requestId: id).encodedText, to: .preprocessed)
        pipeline.send(StageMessage(.outcome, requestId: id).encodedText, to: .outcomes)
        try pipeline.run()
        #expect(try pipeline.record == record)
        #expect(pipeline.cloud.objects == files && pipeline.cloud.mails.count == 1)
        #expect(pipeline.isIdle)
    }

    @Test func `holds up no mail while it cannot be removed`() throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        var mailsAtFirst: Int?
        pipeline.cloud.intercept = { [unowned pipeline] (operation, _) throws(HTTPError) in
            guard operation == "ListObjectsV2", mailsAtFirst ?? 0 == 0 else { return nil }
            mailsAtFirst = pipeline.cloud.mails.count
            return FakeCloud.throttling(operation)
        }
        try pipeline.run()
        #expect(mailsAtFirst != nil && pipeline.cloud.mails.count == 1)
        #expect(Self.names(pipeline).isEmpty && pipeline.isIdle)
        #expect(try pipeline.record.stages.notify?.attempts == 2)
    }

    @Test func `is left to its expiry where it may not be removed`() throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        pipeline.cloud.intercept = { (operation, _) throws(HTTPError) in
            operation == "ListObjectsV2" ? .xmlError("AccessDenied", status: 403) : nil
        }
        try pipeline.run()
        #expect(try pipeline.record.stages.notify?.finishedAt != nil)
        #expect(pipeline.cloud.mails.count == 1 && Self.names(pipeline).count == 1)
        #expect(pipeline.log.all.contains { $0.contains("intermediate files stay where they are") })
    }
}
