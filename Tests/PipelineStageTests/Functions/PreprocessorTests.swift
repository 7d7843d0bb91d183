import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `The preprocessor` {
    private static let copy = "rtp-preprocessed-files/order-1/source.jpg"

    @Test func `copies an upload that is as it should be inside S3`() throws {
        let photo = try Uploads.photo()
        let pipeline = TestPipeline.functions(upload: photo)
        #expect(try pipeline.step())
        let record = try pipeline.record
        #expect(record.status == .preprocessed)
        #expect(record.preprocessed?.treatment == .copied)
        #expect(record.preprocessed?.bytes == photo.count)
        #expect(record.source?.key == "uploads/1/a.jpg")
        #expect(record.source?.format == .jpeg)
        #expect(record.source?.width == 64)
        #expect(record.source?.bytes == photo.count)
        #expect(try pipeline.storedFile(Self.copy) == photo)
        #expect(pipeline.cloud.operations.contains("CopyObject"))
        #expect(!pipeline.cloud.operations.contains("PutObject"))
        #expect(record.stages.preprocess?.steps?.keys.sorted() == ["fetch", "inspect", "normalise", "store"])
    }

    @Test(arguments: [(nil, []), ("true", []), ("false", [.noWebhookSecret])] as [(String?, [WarningCode])])
    func `warns early of a webhook that nothing can sign`(isSigned: String?, codes: [WarningCode]) throws {
        let notify = #","notify":{"webhook":"https://example.com/done"}"#
        // A puzzle's owner gets none anyway.
        let puzzle = String(Requests.puzzle.dropLast()) + notify + "}"
        let wishes = [
            (Requests.text(email: nil, more: notify), codes), (puzzle, [.notNotified]),
            (Requests.gallery(), []),
        ]
        for (request, expected) in wishes {
            let pipeline = TestPipeline.functions(request, upload: try Uploads.photo())
            pipeline.ownVariables["SIGNS_WEBHOOKS"] = isSigned
            #expect(try pipeline.step())
            #expect(try pipeline.record.warnings.map(\.code) == expected)
        }
    }

    @Test func `leaves a lying photo to those who make smaller ones of it, and keeps whose it is`() throws {
        let photo = try Uploads.lyingPhoto()
        let pipeline = TestPipeline.functions(upload: photo)
        #expect(try pipeline.step())
        let record = try pipeline.record
        #expect(record.source?.orientation == 6)
        #expect(record.source?.width == 48)
        #expect(record.source?.exif?.copyright == "© Ada")
        #expect(record.preprocessed?.treatment == .copied)
        #expect(record.preprocessed?.width == 64)
        #expect(try pipeline.storedFile(Self.copy) == photo)
    }

    @Test func `turns a lying photo that is an output as it is coded`() throws {
        let body = Requests.text(renditions: #"[{"name":"whole"}]"#)
        let pipeline = TestPipeline.functions(body, upload: try Uploads.lyingPhoto())
        #expect(try pipeline.step())
        let record = try pipeline.record
        #expect(record.source?.orientation == 6)
        #expect(record.source?.width == 48)
        #expect(record.source?.exif?.copyright == "© Ada")
        #expect(record.preprocessed?.treatment == .turned)
        #expect(record.preprocessed?.width == 48)
        let file = try pipeline.storedFile(Self.copy)
        #expect(try LookedAt(file) == LookedAt(format: "jpeg", width: 48, height: 64))
        #expect(record.preprocessed?.bytes == file.count)
    }

    @Test func `leaves a photo lying that could not be turned without loss`() throws {
        let body = Requests.text(renditions: #"[{"name":"whole"}]"#)
        let pipeline = TestPipeline.functions(body, upload: try Uploads.lyingPhoto(width: 60, height: 44))
        #expect(try pipeline.step())
        let record = try pipeline.record
        #expect(record.source?.width == 44)
        #expect(record.preprocessed?.width == 60)
        #expect(try !LookedAt(pipeline.storedFile(Self.copy)).isUpright)
    }

    @Test func `tells by the bytes what an upload is, whatever its name says`() throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.drawing())
        #expect(try pipeline.step())
        let record = try pipeline.record
        #expect(record.source?.format == .png)
        #expect(record.source?.hasAlpha == true)
        #expect(record.preprocessed?.key == "order-1/source.png")
    }

    @Test(arguments: Refusal.all)
    func `refuses an upload that cannot be used`(refusal: Refusal) throws {
        let pipeline = TestPipeline.functions(upload: try refusal.upload())
        #expect(try pipeline.step())
        let record = try pipeline.record
        #expect(record.status == .failed)
        #expect(record.failure?.stage == .preprocess)
        #expect(record.failure?.code == refusal.code)
        #expect(record.failure?.text == refusal.text)
        #expect(record.failure?.isRetryable == false)
        #expect(pipeline.queues[.requests]?.isEmpty == true)
        #expect(pipeline.count(.outcome) == 1)
        #expect(pipeline.cloud.objects.keys.allSatisfy { $0.hasPrefix("rtp-request-files/") })
        try pipeline.run()
        #expect(pipeline.cloud.mails.count == 1)
        #expect(try pipeline.record.stages.preprocess?.attempts == 1)
    }

    @Test func `works again on an upload that was replaced while it worked`() throws {
        let (first, second) = (try Uploads.photo(), try Uploads.photo(width: 32, height: 32))
        let pipeline = TestPipeline.functions(upload: first)
        pipeline.cloud.intercept = { [cloud = pipeline.cloud] (operation, _) throws(HTTPError) in
            if operation == "CopyObject" { cloud.objects[TestPipeline.uploadName] = second }
            return nil
        }
        try pipeline.run()
        #expect(try pipeline.record.source?.width == 32)
        #expect(try pipeline.record.stages.preprocess?.attempts == 2)
        #expect(try pipeline.storedFile(Self.copy) == second)
    }

    @Test func `keeps what it fetched of an upload that is gone when it is to be copied`() throws {
        let photo = try Uploads.photo()
        let pipeline = TestPipeline.functions(upload: photo)
        pipeline.cloud.intercept = { [cloud = pipeline.cloud] (operation, _) throws(HTTPError) in
            if operation == "CopyObject" { cloud.objects[TestPipeline.uploadName] = nil }
            return nil
        }
        try pipeline.run()
        #expect(try pipeline.record.status == .processed)
        #expect(try pipeline.storedFile(Self.copy) == photo)
    }

    @Test func `tells every operation that cannot be done, as far as sizes tell`() throws {
        let renditions = """
            [{"name":"a","width":20,"operations":[{"grayscale":{}},{"crop":{"width":21,"height":2}}]},
             {"name":"b","operations":[{"crop":{"width":30,"height":30}},{"crop":{"x":8,"y":8,"width":30,"height":20}}]},
             {"name":"c","width":20,"operations":[{"trim":{}},{"resize":{"width":9}},{"crop":{"width":10,"height":8}}]},
             {"name":"d","width":20,"operations":[{"rotate":{"angle":90}},{"crop":{"width":15,"height":20}}]}]
            """
        let pipeline = TestPipeline.functions(
            Requests.text(renditions: renditions),
            upload: try Uploads.photo()
        )
        #expect(try pipeline.step())
        let failure = try #require(try pipeline.record.failure)
        #expect((failure.stage, failure.code) == (.preprocess, .impossibleOperation))
        #expect(failure.text == "2 operations cannot be done to this picture.")
        #expect(
            failure.problems.map { "\($0.pointer.text) \($0.code.rawValue) \($0.detail)" } == [
                "/renditions/0/operations/1 impossible cannot be done: a crop of 21×2 does not fit into 20×15",
                "/renditions/1/operations/1 impossible cannot be done: a crop of 30×20 at 8,8 reaches beyond 30×30",
            ]
        )
    }

    @Test func `tells the owner that a bucket is closed to it and that asking again can help`() throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        pipeline.cloud.intercept = { (operation, _) throws(HTTPError) in
            operation == "GetObject" ? .xmlError("AccessDenied", status: 403) : nil
        }
        #expect(try pipeline.step())
        let failure = try #require(try pipeline.record.failure)
        #expect(failure.code == .sourceUnavailable)
        #expect(failure.isRetryable)
        #expect(!failure.text.contains("AccessDenied"))
        #expect(pipeline.log.all.contains { $0.contains("AccessDenied") })
    }
}

/// An upload that is refused, and what its owner reads.
struct Refusal: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let upload: @Sendable () throws -> [UInt8]?
    let code: FailureCode
    let text: String

    static let all = [
        Refusal(
            testDescription: "a missing upload",
            upload: { nil },
            code: .sourceNotFound,
            text: """
                There is no upload with the key uploads/1/a.jpg. If there was one, it has expired, or another request \
                archived or discarded it; upload the picture again and ask for its new key.
                """
        ),
        Refusal(
            testDescription: "a file that is no image",
            upload: { Array("hello".utf8) },
            code: .unsupportedFormat,
            text: "The source is not an image of a supported format."
        ),
        Refusal(
            testDescription: "an empty file",
            upload: { [] },
            code: .damagedImage,
            text: "The source is damaged or incomplete."
        ),
        Refusal(
            testDescription: "a file cut off in its header",
            upload: { Array(try Uploads.photo().prefix(40)) },
            code: .damagedImage,
            text: "The source is damaged or incomplete."
        ),
        Refusal(
            testDescription: "a file of too many bytes",
            upload: { try Uploads.photo() + [UInt8](repeating: 0, count: 100_000) },
            code: .sourceTooLarge,
            text: "The upload has more than 100000 bytes."
        ),
        Refusal(
            testDescription: "a picture of too many pixels",
            upload: { try Uploads.photo(width: 101, height: 100) },
            code: .tooManyPixels,
            text: "The source has too many pixels: the picture is 101×100, 10000 pixels are allowed."
        ),
    ]
}
