import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `A gallery` {
    private static let versions = [
        "original", "thumbnail", "thumbnail_2x", "medium", "medium_2x", "large", "large_2x", "xlarge",
    ]

    @Test func `has every version under its id, none enlarged, and says so`() throws {
        let photo = try Uploads.lyingPhoto(width: 96, height: 64)
        let pipeline = try TestPipeline.ended(Requests.gallery(), upload: photo)
        let record = try pipeline.record
        #expect(record.status == .processed)
        #expect(record.outputs.map(\.id) == Self.versions.map { "order-1_\($0)" })
        #expect(try pipeline.file("rtp-processed-files/order-1/original.jpg") == photo)
        let original = try #require(record.outputs.first)
        #expect((original.width, original.height) == (64, 96))
        #expect(original.bytes == photo.count)
        for output in record.outputs.dropFirst() {
            let file = try pipeline.file("rtp-processed-files/\(output.key)")
            #expect(try LookedAt(file) == LookedAt(format: "webp", width: 64, height: 96))
        }
        #expect(record.warnings.map(\.output) == Self.versions.dropFirst().map { $0 })
        #expect(record.warnings.allSatisfy { $0.code == .notEnlarged })
    }

    @Test func `has a source set for a web page, each width once`() throws {
        let pipeline = try TestPipeline.ended(
            Requests.gallery(#","renditions":[{"name":"xlarge","width":10},{"name":"medium","width":20}]"#),
            upload: Uploads.photo()
        )
        let record = try pipeline.record
        let thumbnail = try #require(record.outputs.first { $0.name == "thumbnail" }?.url)
        #expect(record.srcset == "\(thumbnail) 64w")
    }

    @Test func `has no original where that is to be discarded`() throws {
        let pipeline = try TestPipeline.ended(
            Requests.gallery(#","retention":"discard""#),
            upload: Uploads.photo()
        )
        #expect(try pipeline.record.outputs.map(\.name) == Self.versions.dropFirst().map { $0 })
    }

    @Test(arguments: [(isAnnotated: false, ["source.jpg"]), (true, ["original", "source.jpg"])])
    func `has its original although another request discarded it meanwhile`(
        isAnnotated: Bool,
        copies: [String]
    ) throws {
        let photo = isAnnotated ? try Uploads.annotatedPhoto() : try Uploads.photo()
        let pipeline = TestPipeline.functions(Requests.gallery(), upload: photo)
        #expect(try pipeline.step())
        let names = pipeline.cloud.objects.keys.filter { $0.hasPrefix("rtp-preprocessed-files/order-1/") }
        #expect(names.sorted() == copies.map { "rtp-preprocessed-files/order-1/" + $0 })
        pipeline.cloud.objects[TestPipeline.uploadName] = nil
        try pipeline.run()
        #expect(try pipeline.record.status == .processed)
        #expect(try pipeline.file("rtp-processed-files/order-1/original.jpg") == photo)
    }

    @Test func `keeps no original beside its copy where no version is the original`() throws {
        for body in [Requests.gallery(#","retention":"discard""#), Requests.text()] {
            let pipeline = TestPipeline.functions(body, upload: try Uploads.annotatedPhoto())
            #expect(try pipeline.step())
            #expect(try pipeline.record.preprocessed?.treatment == .stripped)
            #expect(pipeline.cloud.objects["rtp-preprocessed-files/order-1/original"] == nil)
        }
    }

    @Test func `can be asked for again when its own copy of the original is gone`() throws {
        let pipeline = TestPipeline.functions(Requests.gallery(), upload: try Uploads.annotatedPhoto())
        #expect(try pipeline.step())
        pipeline.cloud.objects["rtp-preprocessed-files/order-1/original"] = nil
        try pipeline.run()
        #expect(try pipeline.record.failure == Failure(stage: .process, code: .internalError))
    }

    @Test func `leaves requests without a preset without a source set`() throws {
        #expect(try TestPipeline.ended(upload: Uploads.photo()).record.srcset == nil)
    }
}
