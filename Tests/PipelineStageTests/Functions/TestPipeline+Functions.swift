import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

extension TestPipeline {
    /// Where the upload lies that `Requests.text()` names.
    static let uploadName = "rtp-request-files/uploads/1/a.jpg"

    /// The shipped functions with an upload and a request that waits.
    static func functions(_ body: String = Requests.text(), upload: [UInt8]?) -> TestPipeline {
        let pipeline = TestPipeline(runsFunctions: true)
        pipeline.cloud.objects[uploadName] = upload
        pipeline.send(body)
        return pipeline
    }

    /// What the shipped functions make of a request in the end.
    static func ended(_ body: String = Requests.text(), upload: [UInt8]?) throws -> TestPipeline {
        let pipeline = functions(body, upload: upload)
        try pipeline.run()
        return pipeline
    }

    /// The record of the request that most tests send.
    var record: Record {
        get throws { try cloud.record("order-1") }
    }

    /// A file that the functions stored.
    func file(_ name: String) throws -> [UInt8] { try #require(cloud.objects[name]) }

    /// A file that the functions stored, whether it is still there or not.
    func storedFile(_ name: String) throws -> [UInt8] {
        try #require(cloud.objects[name] ?? cloud.removed[name])
    }
}
