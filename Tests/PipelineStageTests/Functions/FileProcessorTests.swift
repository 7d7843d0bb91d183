import PipelineRuntime
import StageContracts
import Testing

@testable import FileProcessor
@testable import PipelineStage

@Suite struct `The file processor` {
    @Test func `makes every rendition under a key of its own, with a link that ends`() throws {
        let renditions =
            #"[{"name":"thumb","width":16,"height":16,"fit":"cover","format":"webp"},{"name":"half","width":32,"format":"png"},{"name":"same"}]"#
        let pipeline = try TestPipeline.ended(Requests.text(renditions: renditions), upload: Uploads.photo())
        let record = try pipeline.record
        #expect(record.status == .processed)
        #expect(record.outputs.map(\.id) == ["order-1_thumb", "order-1_half", "order-1_same"])
        #expect(record.outputs.map(\.key) == ["order-1/thumb.webp", "order-1/half.png", "order-1/same.jpg"])
        let expected = [
            LookedAt(format: "webp", width: 16, height: 16), LookedAt(format: "png", width: 32, height: 24),
            LookedAt(format: "jpeg", width: 64, height: 48),
        ]
        for (output, expected) in zip(record.outputs, expected) {
            let file = try pipeline.file("rtp-processed-files/\(output.key)")
            #expect(try LookedAt(file) == expected)
            #expect((output.width, output.height) == (expected.width, expected.height))
            #expect(output.bytes == file.count)
            let url = try #require(output.url)
            #expect(url.hasPrefix("http://127.0.0.1:4566/rtp-processed-files/\(output.key)?"))
            #expect(url.contains("X-Amz-Expires=604800&"))
            #expect(output.urlExpiresAt == Timestamp(pipeline.clock.now.advanced(by: .seconds(604_800))))
        }
        #expect(record.warnings.isEmpty)
        #expect(record.stages.process?.steps?.keys.sorted() == ["fetch", "previews", "render", "store"])
    }

    @Test(arguments: [(64, 48), (60, 44)])
    func `makes upright pictures of a lying photo`(width: Int, height: Int) throws {
        let body = Requests.text(renditions: #"[{"name":"same","format":"png"}]"#)
        let photo = try Uploads.lyingPhoto(width: width, height: height)
        let pipeline = try TestPipeline.ended(body, upload: photo)
        let file = try pipeline.file("rtp-processed-files/order-1/same.png")
        #expect(try LookedAt(file) == LookedAt(format: "png", width: height, height: width))
    }

    @Test func `keeps transparency where the format can, and says where it cannot`() throws {
        let renditions =
            #"[{"name":"a","format":"png"},{"name":"b","format":"webp"},{"name":"c","format":"jpeg"}]"#
        let pipeline = try TestPipeline.ended(
            Requests.text(renditions: renditions),
            upload: Uploads.drawing()
        )
        let record = try pipeline.record
        let alphas = try record.outputs.map {
            try LookedAt(pipeline.file("rtp-processed-files/\($0.key)")).hasAlpha
        }
        #expect(alphas == [true, true, false])
        #expect(record.warnings.map(\.code) == [.flattened])
        #expect(record.warnings.map(\.output) == ["c"])
    }

    @Test func `never enlarges unasked, and says so`() throws {
        let renditions =
            #"[{"name":"large","width":100},{"name":"asked","width":100,"enlarge":true},{"name":"fits","width":64,"height":200},{"name":"wide","width":100,"height":20,"fit":"fill"}]"#
        let pipeline = try TestPipeline.ended(Requests.text(renditions: renditions), upload: Uploads.photo())
        let record = try pipeline.record
        #expect(record.outputs.map(\.width) == [64, 100, 64, 64])
        #expect(record.warnings.map(\.code) == [.notEnlarged, .notEnlarged])
        #expect(record.warnings.map(\.output) == ["large", "wide"])
    }

    @Test func `refuses a picture whose end is missing, for its owner to know`() throws {
        let photo = try Uploads.photo()
        let pipeline = try TestPipeline.ended(upload: Array(photo.prefix(photo.count / 2)))
        let record = try pipeline.record
        #expect(record.failure?.code == .damagedImage)
        #expect(record.outputs.isEmpty)
        #expect(pipeline.cloud.mails.count == 1)
        #expect(pipeline.cloud.objects.keys.allSatisfy { !$0.hasPrefix("rtp-processed-files") })
    }

    @Test func `blames the output, not the source, for being too large`() throws {
        let body = Requests.text(renditions: #"[{"name":"huge","width":2000,"enlarge":true}]"#)
        let pipeline = try TestPipeline.ended(body, upload: Uploads.photo())
        let failure = try #require(try pipeline.record.failure)
        #expect(failure.stage == .process)
        #expect(failure.code == .outputTooLarge)
        #expect(
            failure.text
                == "An output would be too large: the rendition is 2000×1500, 10000 pixels are allowed."
        )
    }

    @Test func `fails a request whose normalised copy is gone, and lets it be asked again`() throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        #expect(try pipeline.step())
        pipeline.cloud.objects["rtp-preprocessed-files/order-1/source.jpg"] = nil
        try pipeline.run()
        let failure = try #require(try pipeline.record.failure)
        #expect(failure == Failure(stage: .process, code: .internalError))
        #expect(failure.isRetryable)
    }

    @Test func `stores none of the outputs twice under other keys when it is run again`() throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        var failures = 0
        pipeline.cloud.intercept = { (operation, request) throws(HTTPError) in
            guard operation == "PutObject", request.url.contains("large"), failures < 3 else { return nil }
            failures += 1
            return HTTPResponse(status: 500)
        }
        try pipeline.run()
        #expect(try pipeline.record.status == .processed)
        #expect(try pipeline.record.stages.process?.attempts == 2)
        #expect(
            pipeline.cloud.objects.keys.count { $0.hasPrefix("rtp-processed-files/order-1/previews/") } == 1
        )
        #expect(pipeline.cloud.objects.keys.count { $0.hasPrefix("rtp-processed-files") } == 3)
    }
}
