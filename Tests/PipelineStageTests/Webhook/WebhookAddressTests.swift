import Testing

@testable import StageContracts

@Suite struct `The address of a webhook` {
    @Test(arguments: [
        ("http://127.0.0.1/", ProblemCode.forbiddenAddress),
        ("http://169.254.169.254/latest", .forbiddenAddress),
        ("https://10.1.2.3:8443/done", .forbiddenAddress), ("http://[::1]/", .forbiddenAddress),
        ("http://[::ffff:192.168.0.1]/", .forbiddenAddress), ("http://[fd00:ec2::254]/", .forbiddenAddress),
        ("http://2130706433/", .invalidURL), ("http://0x7f.1/", .invalidURL),
        ("https://example.com:25/", .invalidURL),
    ])
    func `to an address that could never be called is refused with the request`(
        address: String,
        code: ProblemCode
    )
        throws
    {
        for more in ["", #","colour":1"#] {
            let wish = #","notify":{"webhook":"\#(address)"}\#(more)"#
            let pipeline = TestPipeline.functions(
                Requests.text(email: nil, more: wish),
                upload: try Uploads.photo()
            )
            try pipeline.run()
            let record = try pipeline.record
            let problems = try #require(record.failure?.problems)
            #expect(record.failure?.code == .invalidRequest)
            #expect(problems.last?.pointer.text == "/notify/webhook" && problems.last?.code == code)
            #expect(problems.map(\.code).contains(.unknownField) == !more.isEmpty)
            #expect(record.outputs.isEmpty && record.preprocessed == nil)
            #expect(pipeline.cloud.endpoint.requests.isEmpty)
            let told = record.notifications.map {
                [$0.status.rawValue, $0.detail ?? "", "\($0.attempts ?? 0)"]
            }
            #expect(told == [["failed", code.rawValue, "0"]])
        }
    }

    @Test(arguments: ["any", "public,10.0.0.0/8"])
    func `to an address that the operator opened is called`(policy: String) throws {
        let body = Requests.text(email: nil, more: #","notify":{"webhook":"http://10.1.2.3/done"}"#)
        let pipeline = TestPipeline.functions(body, upload: try Uploads.photo())
        pipeline.ownVariables["WEBHOOK_ADDRESSES"] = policy
        try pipeline.run()
        #expect(try pipeline.record.status == .processed)
        #expect(pipeline.cloud.endpoint.requests.count == 1)
    }
}
