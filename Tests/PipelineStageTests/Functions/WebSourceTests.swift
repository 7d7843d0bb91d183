import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `A picture of the web` {
    private static let address = "https://pictures.example.com/a/photo.jpg?size=big"
    private static let original = "rtp-request-files/sources/order-1/original-20260202T024000.000Z"
    private static let copy = "rtp-preprocessed-files/order-1/source.jpg"

    private static func body(_ more: String = "") -> String {
        let source = "{\"url\":\"\(address)\"}"
        return
            "{\"requestId\":\"order-1\",\"source\":\(source),\"renditions\":[{\"name\":\"small\",\"width\":20}],"
            + "\"notify\":{\"email\":\"o@b.de\"}\(more)}"
    }

    /// The functions with a request that waits; the web answers as told, one answer after the other, the last for ever.
    private static func pipeline(
        _ answers: Result<HTTPResponse, HTTPError>...,
        body: String = body()
    ) -> TestPipeline {
        let pipeline = TestPipeline.functions(body, upload: nil)
        var rest = answers[...]
        pipeline.cloud.intercept = { (_, request) throws(HTTPError) in
            guard request.url.hasPrefix("https://") else { return nil }
            return try (rest.count > 1 ? rest.removeFirst() : rest.first)?.get()
        }
        return pipeline
    }

    private static func answer(_ bytes: [UInt8]) -> Result<HTTPResponse, HTTPError> {
        .success(HTTPResponse(status: 200, headers: ["Content-Type": "text/plain"], body: bytes))
    }

    @Test func `is fetched once, kept as it came, and goes the way of an upload`() throws {
        let photo = try Uploads.photo()
        let pipeline = Self.pipeline(Self.answer(photo))
        try pipeline.run()
        let record = try pipeline.record
        #expect(record.status == .processed)
        // The query may be what lets its owner in.
        #expect(record.source?.url == "https://pictures.example.com/a/photo.jpg")
        let told = try pipeline.events.map(\.encodedText) + [record.encodedText]
        #expect(told.allSatisfy { !$0.contains("size=big") })
        #expect(record.source?.key == "sources/order-1/original-20260202T024000.000Z")
        #expect(record.source?.width == 64)
        #expect(try pipeline.file(Self.original) == photo)
        #expect(try pipeline.storedFile(Self.copy) == photo)
        #expect(record.preprocessed?.treatment == .copied)
        let steps = record.stages.preprocess?.steps?.keys.sorted()
        #expect(steps == ["fetch", "inspect", "keep", "normalise", "store"])
        #expect(pipeline.cloud.mails.first?.subject.contains("photo.jpg") == true)
    }

    @Test(arguments: [(Retention.archive, 1), (.discard, 0)])
    func `is archived or discarded as an upload is`(retention: Retention, count: Int) throws {
        let pipeline = Self.pipeline(
            Self.answer(try Uploads.photo()),
            body: Self.body(",\"retention\":\"\(retention.rawValue)\"")
        )
        try pipeline.run()
        #expect(pipeline.cloud.objects[Self.original] == nil)
        #expect(pipeline.cloud.objects.keys.count { $0.hasPrefix("rtp-archived-files/") } == count)
        #expect(try pipeline.record.original?.retention == retention)
    }

    @Test func `is not fetched again once it is kept`() throws {
        var count = 0
        let photo = try Uploads.photo()
        let pipeline = TestPipeline.functions(Self.body(), upload: nil)
        pipeline.cloud.intercept = { (operation, request) throws(HTTPError) in
            if request.url.hasPrefix("https://") {
                count += 1
                return HTTPResponse(status: 200, body: photo)
            }
            return operation == "CopyObject" && count == 1 ? .xmlError("SlowDown", status: 503) : nil
        }
        #expect(try pipeline.step())
        #expect(try pipeline.record.status == .preprocessing)
        count = 10
        try pipeline.run()
        #expect(count == 10)
        #expect(try pipeline.record.status == .processed)
    }

    @Test func `is asked for again when its server fails, and given up with a reason`() throws {
        let pipeline = Self.pipeline(.success(HTTPResponse(status: 503)))
        try pipeline.run()
        let record = try pipeline.record
        #expect(record.failure?.code == .sourceUnavailable)
        #expect(record.failure?.text == "The source's server answered 503 instead of the picture.")
        #expect(record.failure?.isRetryable == true)
        #expect(record.stages.preprocess?.attempts == 4)
        #expect(pipeline.cloud.mails.count == 1)
    }

    @Test(arguments: [
        ("https://pictures.example.com/s?503", "The picture from pictures.example.com"),
        ("https://pictures.example.com", "The picture from pictures.example.com"),
        ("https://pictures.example.com/a/photo.jpg?size=big", "photo.jpg"),
    ])
    func `that never came is called by its name or host, and not said to be there`(
        address: String,
        name: String
    ) throws {
        let body = Self.body().replacing(Self.address, with: address)
        let pipeline = Self.pipeline(.success(HTTPResponse(status: 503)), body: body)
        try pipeline.run()
        let mail = try #require(pipeline.cloud.mails.first)
        #expect(mail.subject == "\(name) could not be processed")
        #expect(mail.text.contains("Please ask again under a new id, or upload the picture itself."))
        #expect(!mail.text.contains("still there"))
    }

    @Test func `comes when its server has recovered`() throws {
        let pipeline = Self.pipeline(
            .failure(HTTPError(.timedOut, "no answer")),
            .success(HTTPResponse(status: 429)),
            Self.answer(try Uploads.photo())
        )
        try pipeline.run()
        #expect(try pipeline.record.status == .processed)
        #expect(try pipeline.record.stages.preprocess?.attempts == 3)
    }

    @Test(
        arguments: [
            ("a page", "<!DOCTYPE html><img src=x>"),
            ("a drawing with scripts", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("credentials", #"{"AccessKeyId":"ASIA","SecretAccessKey":"x"}"#), ("a document", "%PDF-1.7\n"),
            ("an archive", "PK\u{3}\u{4}"), ("a program", "\u{7F}ELF"), ("a film", "\0\0\0\u{18}ftypmp42"),
            ("a list of files", "#EXTM3U\n"), ("a passwd file", "root:x:0:0:root:/root:/bin/sh\n"),
        ]
    )
    func `is a picture and nothing else`(name: String, text: String) throws {
        let pipeline = Self.pipeline(Self.answer(Array(text.utf8)))
        try pipeline.run()
        #expect(try pipeline.record.failure?.code == .unsupportedFormat)
        #expect(pipeline.cloud.objects.isEmpty)
        #expect(!pipeline.log.all.contains { $0.contains(text.prefix(9)) })
        #expect(pipeline.cloud.mails.count == 1)
    }

    @Test(
        arguments: [
            (HTTPError.Kind.forbiddenAddress, FailureCode.sourceAddressForbidden),
            (.invalidURL, .sourceURLInvalid),
            (.untrustedPeer, .sourceUntrusted), (.responseTooLarge, .sourceTooLarge),
            (.connectionFailed, .sourceUnavailable),
            (.unresolvedHost, .sourceUnavailable), (.connectionLost, .sourceUnavailable),
            (.malformedResponse, .sourceUnavailable),
        ]
    )
    func `that cannot be had has a stable code, and its owner is told`(
        kind: HTTPError.Kind,
        code: FailureCode
    ) throws {
        let pipeline = Self.pipeline(.failure(HTTPError(kind, "inner.example.com 10.0.0.7")))
        try pipeline.run()
        let failure = try #require(try pipeline.record.failure)
        #expect(failure.code == code)
        #expect(failure.stage == .preprocess)
        #expect(!failure.text.contains("10.0.0.7"))
        #expect(pipeline.cloud.objects.isEmpty)
        #expect(pipeline.cloud.mails.count == 1)
    }

    @Test(
        arguments: [
            (HTTPError.Kind.unknownHost, "host is not known"),
            (.unresolvedHost, "host could not be looked up"),
            (.connectionFailed, "server could not be reached"), (.timedOut, "server did not answer in time"),
            (.connectionLost, "server broke off before the whole of it was there"),
            (.malformedResponse, "server gave an answer that breaks the rules of HTTP"),
            (.curlFailed, "server did not answer as it should"),
        ]
    )
    func `that never comes says why, in words and in one`(kind: HTTPError.Kind, words: String) throws {
        let pipeline = Self.pipeline(.failure(HTTPError(kind, "inner.example.com 10.0.0.7")))
        try pipeline.run()
        let text = "The source's \(words), time after time (\(kind.rawValue))."
        #expect(try pipeline.record.failure?.text == text)
        #expect(try pipeline.record.failure?.isRetryable == true)
    }

    @Test(
        arguments: [
            (HTTPResponse(status: 404), FailureCode.sourceNotFound),
            (HTTPResponse(status: 410), .sourceNotFound),
            (HTTPResponse(status: 403), .sourceRefused), (HTTPResponse(status: 206), .sourceRefused),
            (
                HTTPResponse(status: 302, headers: ["Location": "https://a.example.com/"]),
                .sourceTooManyRedirects
            ),
            (HTTPResponse(status: 302, headers: ["Location": "file:///etc/passwd"]), .sourceURLInvalid),
            (HTTPResponse(status: 200, headers: ["Content-Encoding": "gzip"]), .sourceEncoded),
        ]
    )
    func `is no other answer`(response: HTTPResponse, code: FailureCode) throws {
        let pipeline = Self.pipeline(.success(response))
        try pipeline.run()
        #expect(try pipeline.record.failure?.code == code)
        #expect(pipeline.cloud.mails.count == 1)
    }

    @Test func `that is not there is no reason to upload it again`() throws {
        let pipeline = Self.pipeline(.success(HTTPResponse(status: 404)))
        try pipeline.run()
        let mail = try #require(pipeline.cloud.mails.first)
        #expect(mail.text.contains("Please upload the picture itself, or give another address of it."))
    }

    @Test func `names the port that is refused`() throws {
        let body = Self.body().replacing("example.com/a", with: "example.com:22/a")
        let pipeline = Self.pipeline(.failure(HTTPError(.invalidURL, "port 22")), body: body)
        try pipeline.run()
        let text =
            "The source's address names port 22, which is no web server's; 80, 443 and those from 1024 up are."
        #expect(try pipeline.record.failure?.text == text)
    }

    @Test func `may lead only to public addresses unless an operator says so`() throws {
        var policies: [HTTPAddressPolicy] = []
        let pipeline = Self.pipeline()
        pipeline.cloud.intercept = { (_, request) throws(HTTPError) in
            guard request.url.hasPrefix("https://") else { return nil }
            policies.append(request.addressPolicy)
            return HTTPResponse(status: 404)
        }
        try pipeline.run()
        #expect(policies == [.publicOnly])
    }
}
