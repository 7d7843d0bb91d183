import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `A request that its caller cancels` {
    private static let uploadName = "rtp-request-files/uploads/1/a.jpg"
    /// A puzzle, which leaves most behind, and pictures whose owner waits for a mail and a webhook.
    private static let requests = [Requests.puzzle, Requests.calledBack]

    private static func pipeline(_ text: String = Requests.puzzle) throws -> TestPipeline {
        let pipeline = TestPipeline(runsFunctions: true)
        pipeline.cloud.objects[uploadName] = try Uploads.photo()
        pipeline.send(text)
        return pipeline
    }

    /// What was there when the caller took the request back.
    private struct Moment {
        let objectNames: Set<String>
        let sequence: Int

        init(_ pipeline: TestPipeline) {
            objectNames = Set(pipeline.cloud.objects.keys)
            sequence = pipeline.cloud.storedRecord("order-1")?.sequence ?? 0
        }
    }

    private static func expectNothingLeft(
        _ pipeline: TestPipeline,
        since moment: Moment? = nil,
        _ place: Comment? = nil
    ) throws {
        let record = try pipeline.cloud.record("order-1")
        #expect(record.status == .cancelled, place)
        #expect(record.outputs.isEmpty && record.preprocessed == nil && record.puzzle == nil, place)
        #expect(Set(pipeline.cloud.objects.keys) == [uploadName], place)
        #expect(pipeline.cloud.mails.isEmpty && pipeline.cloud.endpoint.requests.isEmpty, place)
        #expect(pipeline.isIdle, place)
        let told = moment?.sequence ?? record.sequence - 1
        let later = try pipeline.events.filter { Int($0.sequence) ?? 0 > told }
        #expect(!later.isEmpty && later.allSatisfy { $0 == later.first }, place)
        #expect(later.first?.data.status == .cancelled, place)
        #expect(try pipeline.events.last?.data.status == .cancelled, place)
    }

    private static func expectEnd(_ pipeline: TestPipeline, like undisturbed: TestPipeline) throws {
        #expect(try pipeline.cloud.record("order-1").status == .processed)
        #expect(Set(pipeline.cloud.objects.keys) == Set(undisturbed.cloud.objects.keys))
        #expect(pipeline.cloud.mails.count == undisturbed.cloud.mails.count)
        #expect(pipeline.cloud.endpoint.requests.count == undisturbed.cloud.endpoint.requests.count)
    }

    @Test(arguments: requests)
    func `at any moment ends as cancelled with nothing left, or had ended before`(request: String) throws {
        let undisturbed = try Self.pipeline(request)
        try undisturbed.run()
        var seenNames: Set<String> = []
        for number in 0..<undisturbed.cloud.requestCount {
            let pipeline = try Self.pipeline(request)
            var moment: Moment?
            func cancel() {
                let now = Moment(pipeline)
                if pipeline.cancel() { moment = now }
            }
            if number == 0 { cancel() }
            var calls = 0
            pipeline.cloud.intercept = { (_, _) throws(HTTPError) in
                calls += 1
                if calls == number { cancel() }
                return nil
            }
            try pipeline.run()
            pipeline.cloud.intercept = { (_, _) throws(HTTPError) in nil }
            guard let moment else {
                try Self.expectEnd(pipeline, like: undisturbed)
                continue
            }
            seenNames.formUnion(moment.objectNames)
            try Self.expectNothingLeft(pipeline, since: moment, "at call \(number)")
        }
        // There was a moment at which all that is left otherwise lay there already.
        #expect(seenNames.isSuperset(of: undisturbed.cloud.objects.keys))
    }

    @Test func `leaves, where nobody cancels it, files and an owner who is told`() throws {
        let puzzle = try Self.pipeline()
        try puzzle.run()
        let names = puzzle.cloud.objects.keys.map { String($0.dropFirst("rtp-".count)) }.sorted()
        #expect(
            names == [
                "processed-files/order-1/small.jpg",
                "processed-files/toys/order-1/puzzle/puzzle.json",
                "processed-files/toys/order-1/puzzle/sheet-1.webp",
                "processed-files/toys/order-1/puzzle/thumbnail.jpg", "request-files/uploads/1/a.jpg",
            ]
        )
        let pictures = try Self.pipeline(Requests.calledBack)
        try pictures.run()
        #expect((pictures.cloud.mails.count, pictures.cloud.endpoint.requests.count) == (1, 1))
    }

    @Test func `has its work stopped at the next five percent`() throws {
        let pipeline = try Self.pipeline()
        pipeline.cancel { $0.progress >= 50 }
        try pipeline.run()
        #expect(try pipeline.cloud.record("order-1").progress <= 55)
        #expect(pipeline.count(.outcome) == 0)
    }

    @Test func `when it comes again does no work`() throws {
        let pipeline = try Self.pipeline()
        pipeline.cancel()
        try pipeline.run()
        let item = pipeline.cloud.table["order-1"]
        pipeline.send(Requests.puzzle)
        try pipeline.run()
        #expect(pipeline.cloud.table["order-1"] == item)
        try Self.expectNothingLeft(pipeline)
    }

    @Test func `is told on its topic`() throws {
        let pipeline = try Self.pipeline()
        pipeline.cancel { $0.progress >= 50 }
        try pipeline.run()
        let last = try #require(pipeline.cloud.publications.last)
        #expect(last.attributes["type"] == "cancelled")
        #expect(last.attributes["status"] == "cancelled")
    }

    @Test func `keeps nobody from another request of the same id that is sent later`() throws {
        let pipeline = TestPipeline(runsFunctions: true)
        pipeline.cloud.objects[Self.uploadName] = try Uploads.photo()
        pipeline.cancel()
        pipeline.clock.advance(by: .seconds(61))
        pipeline.send(Requests.puzzle)
        try pipeline.run()
        #expect(try pipeline.cloud.record("order-1").status == .processed)
    }

    @Test(arguments: [TestPipeline.Queue.deadRequests, .deadPreprocessed])
    func `is cancelled out of a dead letter too`(queue: TestPipeline.Queue) throws {
        let pipeline = TestPipeline(runsFunctions: true)
        pipeline.cloud.objects[Self.uploadName] = try Uploads.photo()
        if queue == .deadPreprocessed {
            pipeline.send(Requests.puzzle)
            pipeline.cancel { $0.status == .preprocessed }
            while pipeline.queues[.preprocessed]?.isEmpty != false { #expect(try pipeline.step()) }
            pipeline.queues[.deadPreprocessed] = pipeline.queues.removeValue(forKey: .preprocessed)
        } else {
            pipeline.cancel()
            pipeline.send(Requests.puzzle, to: queue)
        }
        try pipeline.run()
        try Self.expectNothingLeft(pipeline)
    }

    @Test(arguments: requests)
    func `leaves the files of others where they are`(request: String) throws {
        let pipeline = try Self.pipeline(request)
        let others = [
            "rtp-processed-files/order-1/puzzle-of/x/puzzle/sheet-1.webp",
            "rtp-processed-files/toys/order-1/puzzle/other/puzzle/sheet-1.webp",
            "rtp-processed-files/order-1/previews/x/puzzle/sheet-1.webp",
            "rtp-processed-files/order-10/small.webp", "rtp-preprocessed-files/order-12/source.jpg",
        ]
        for name in others { pipeline.cloud.objects[name] = [1] }
        pipeline.cancel { $0.progress >= 90 }
        try pipeline.run()
        #expect(Set(pipeline.cloud.objects.keys) == Set(others + [Self.uploadName]))
    }
}
