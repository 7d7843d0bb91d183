import StageContracts
import Testing

@Suite struct `A feature that is not there yet` {
    @Test(
        arguments: [
            (#""operations":[{"watermark":{"image":{"url":"https://a.b/c.png"}}}]"#, "/operations"),
            (#""operations":[{"trim":{}}],"puzzle":{"rows":2,"columns":2}"#, "/puzzle"),
            (
                #""renditions":[{"name":"a","operations":[{"watermark":{"image":{"url":"https://a.b/c.png"}}}]}]"#,
                "/renditions/0/operations"
            ),
        ]
    )
    func `is refused by name, and nothing else is`(member: String, place: String) throws {
        let rest = member.contains("\"renditions\"") ? "" : #","renditions":[{"name":"a"}]"#
        let text = "{\"source\":{\"key\":\"a\"},\(member)\(rest)}"
        let error = #expect(throws: InvalidRequest.self) { try ProcessingRequest(reading: Array(text.utf8)) }
        #expect(error?.problems.map(\.pointer.text) == [place])
        #expect(error?.problems.map(\.code) == [.notSupported])
    }

    @Test func `is refused with every other one at once`() {
        let text =
            #"{"source":{"url":"https://a.b/c.jpg"},"renditions":[{"name":"a","operations":[{"watermark":{"image":{"url":"https://a.b/c.png"}}}]}],"operations":[{"watermark":{"image":{"url":"https://a.b/c.png"}}}]}"#
        let error = #expect(throws: InvalidRequest.self) { try ProcessingRequest(reading: Array(text.utf8)) }
        #expect(error?.problems.map(\.pointer.text) == ["/operations", "/renditions/0/operations"])
    }
}
