import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `A logo of the web` {
    private static let address = "https://pictures.example.com/logo.png"
    private static let place = "rtp-preprocessed-files/order-1/logo-1-20260202T024000.000Z"
    private static let body = """
        {"requestId":"order-1","source":{"key":"uploads/1/a.jpg"},"notify":{"email":"o@b.de"},
         "operations":[{"watermark":{"image":{"url":"\(address)"},"size":1,"opacity":1}}],
         "renditions":[{"name":"small","width":20,"format":"png",
           "operations":[{"watermark":{"image":{"url":"\(address)"}}}]},
          {"name":"plain","width":10,"format":"png"}]}
        """

    /// The functions with a request that waits, and the number of times that the web was asked.
    private final class Web {
        let pipeline: TestPipeline
        var count = 0

        init(_ answers: Result<HTTPResponse, HTTPError>..., refusing refused: String = "") throws {
            pipeline = TestPipeline.functions(body, upload: try Uploads.photo())
            var rest = answers[...]
            pipeline.cloud.intercept = { [unowned self] (operation, request) throws(HTTPError) in
                if request.url.hasPrefix("https://pictures.") {
                    count += 1
                    return try (rest.count > 1 ? rest.removeFirst() : rest.first)?.get()
                }
                return operation == refused && count == 1 ? .xmlError("SlowDown", status: 503) : nil
            }
        }
    }

    private static func answer(_ bytes: [UInt8]) -> Result<HTTPResponse, HTTPError> {
        .success(HTTPResponse(status: 200, headers: ["Content-Type": "text/plain"], body: bytes))
    }

    @Test func `is fetched once, kept beside the copy, and laid over every picture that asks for it`() throws
    {
        let logo = try Uploads.drawing()
        let web = try Web(Self.answer(logo))
        try web.pipeline.run()
        let record = try web.pipeline.record
        #expect(record.status == .processed)
        #expect(web.count == 1)
        #expect(try web.pipeline.storedFile(Self.place) == logo)
        #expect(record.stages.preprocess?.steps?["logos"] != nil)
        let other = try Web(Self.answer(logo))
        other.pipeline.cloud.objects["rtp-request-files/uploads/1/logo.png"] = logo
        let uploaded = Self.body.replacing(#""url":"\(Self.address)""#, with: #""key":"uploads/1/logo.png""#)
        other.pipeline.send(uploaded.replacing("order-1", with: "order-2"))
        try other.pipeline.run()
        for name in ["small", "plain"] {
            let picture = try other.pipeline.file("rtp-processed-files/order-2/\(name).png")
            #expect(try web.pipeline.file("rtp-processed-files/order-1/\(name).png") == picture)
        }
    }

    @Test func `is not fetched again once it is kept`() throws {
        let web = try Web(Self.answer(try Uploads.drawing()), refusing: "CopyObject")
        #expect(try web.pipeline.step())
        #expect(try web.pipeline.record.status == .preprocessing)
        web.count = 10
        try web.pipeline.run()
        #expect(web.count == 10)
        #expect(try web.pipeline.record.status == .processed)
    }

    @Test(arguments: [200, 404])
    func `is shown without the query of its address, which may be what lets its owner in`(
        status: Int
    ) throws {
        let web = try Web(.success(HTTPResponse(status: status, body: try Uploads.drawing())))
        let secret = Self.body.replacing("logo.png", with: "logo.png?sig=SECRET")
            .replacing("o@b.de\"", with: "o@b.de\",\"webhook\":\"https://example.com/done?key=SECRET\"")
        web.pipeline.queues = [:]
        web.pipeline.send(secret)
        try web.pipeline.run()
        let (record, cloud) = (try web.pipeline.record, web.pipeline.cloud)
        #expect(record.status == (status == 200 ? .processed : .failed))
        #expect(record.encodedText.contains(Self.address) == (status == 200))
        let bodies = cloud.endpoint.requests.map { String(decoding: $0.bytes, as: UTF8.self) }
        let told = try web.pipeline.events.map(\.encodedText) + [record.encodedText] + bodies
        let mails = cloud.mails.flatMap { [$0.subject, $0.text, $0.html] }
        #expect(bodies.count == 1 && mails.count == 3)
        let lines = web.pipeline.log.all + web.pipeline.metrics.all
        #expect((told + mails + lines).allSatisfy { !$0.contains("SECRET") })
    }

    @Test func `comes when its server has recovered`() throws {
        let web = try Web(
            .failure(HTTPError(.timedOut, "no answer")),
            .success(HTTPResponse(status: 429)),
            Self.answer(try Uploads.drawing())
        )
        try web.pipeline.run()
        #expect(try web.pipeline.record.status == .processed)
        #expect(try web.pipeline.record.stages.preprocess?.attempts == 3)
    }

    @Test func `is given up with a reason when its server never does`() throws {
        let web = try Web(.success(HTTPResponse(status: 503)))
        try web.pipeline.run()
        let failure = try #require(try web.pipeline.record.failure)
        #expect(failure.code == .sourceUnavailable)
        #expect(failure.text == "The logo's server answered 503 instead of the picture.")
        #expect(try web.pipeline.record.stages.preprocess?.attempts == 4)
        #expect(web.pipeline.cloud.mails.count == 1)
    }

    @Test(
        arguments: [
            (HTTPError.Kind.forbiddenAddress, FailureCode.sourceAddressForbidden),
            (.invalidURL, .sourceURLInvalid), (.untrustedPeer, .sourceUntrusted),
            (.responseTooLarge, .sourceTooLarge), (.connectionFailed, .sourceUnavailable),
        ]
    )
    func `that cannot be had has the code that a source has`(kind: HTTPError.Kind, code: FailureCode) throws {
        let web = try Web(.failure(HTTPError(kind, "inner.example.com 10.0.0.7")))
        try web.pipeline.run()
        let failure = try #require(try web.pipeline.record.failure)
        #expect(failure.code == code)
        #expect(failure.stage == .preprocess)
        #expect(failure.text.hasPrefix("The logo"))
        #expect(failure.problems.map(\.pointer.text) == ["/operations/0/watermark/image/url"])
        #expect(web.pipeline.cloud.mails.first?.text.contains("give another address of the logo") == true)
        #expect(!failure.text.contains("10.0.0.7"))
        #expect(web.pipeline.cloud.objects[Self.place] == nil)
    }

    @Test(arguments: ["<svg xmlns='http://www.w3.org/2000/svg'/>", "root:x:0:0:root:/root:/bin/sh\n", ""])
    func `is a picture and nothing else`(text: String) throws {
        let web = try Web(Self.answer(Array(text.utf8)))
        try web.pipeline.run()
        #expect(try web.pipeline.record.failure?.code == .impossibleOperation)
        #expect(web.pipeline.cloud.objects[Self.place] == nil)
    }

    @Test func `is asked for under the rules of sources`() throws {
        var requests: [HTTPRequest] = []
        let web = try Web()
        web.pipeline.cloud.intercept = { (_, request) throws(HTTPError) in
            guard request.url.hasPrefix("https://pictures.") else { return nil }
            requests.append(request)
            return HTTPResponse(status: 404)
        }
        try web.pipeline.run()
        #expect(requests.map(\.addressPolicy) == [.publicOnly])
        #expect(requests.map(\.maximumResponseByteCount) == [100_000])
        #expect(try web.pipeline.record.failure?.code == .sourceNotFound)
    }
}
