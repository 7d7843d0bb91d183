import FoundationEssentials
import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `What the stages measure` {
    private struct Line: Decodable {
        let stage: String
        let outcome: String?
        let step: String?
        let errors: Int?
        let jobs: Int?

        enum CodingKeys: String, CodingKey {
            case stage = "Stage"
            case outcome = "Outcome"
            case step = "Step"
            case errors = "Errors"
            case jobs = "Jobs"
        }
    }

    private static func lines(_ pipeline: TestPipeline) throws -> [Line] {
        try pipeline.metrics.all.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    private static func outcomes(_ pipeline: TestPipeline) throws -> [String] {
        try lines(pipeline).compactMap { line in line.outcome.map { "\(line.stage) \($0)" } }
    }

    @Test func `is each job by its stage and outcome, and the time of its steps`() throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        try pipeline.run()
        #expect(try Self.outcomes(pipeline) == ["preprocess done", "process done", "notify done"])
        let lines = try Self.lines(pipeline)
        #expect(lines.compactMap(\.errors) == [0, 0, 0])
        #expect(
            lines.filter { $0.stage == "preprocess" }.compactMap(\.step) == [
                "fetch", "inspect", "normalise", "store",
            ]
        )
    }

    @Test func `tells what failed, what comes again and what cannot be read`() throws {
        let pipeline = TestPipeline.functions(upload: Array("no picture".utf8))
        pipeline.send("{}")
        pipeline.send("no JSON")
        #expect(try pipeline.step())
        #expect(
            try Self.outcomes(pipeline) == [
                "preprocess failed", "preprocess failed", "preprocess unreadable",
            ]
        )
        #expect(try Self.lines(pipeline).compactMap(\.errors) == [1, 1, 1])
        pipeline.cloud.intercept = { (operation, _) throws(HTTPError) in
            operation == "PutItem" ? .xmlError("ServiceUnavailable", status: 503) : nil
        }
        pipeline.send(Requests.text(id: "order-2"))
        #expect(try pipeline.step())
        #expect(try Self.outcomes(pipeline).contains("preprocess retried"))
    }

    @Test func `counts a message that came twice as superfluous and no error`() throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        try pipeline.run()
        pipeline.send(Requests.text())
        #expect(try pipeline.step())
        #expect(try Self.outcomes(pipeline).last == "preprocess superfluous")
        #expect(try Self.lines(pipeline).compactMap(\.errors).last == 0)
    }
}
