import StageContracts
import Testing

@Suite struct `A feature that is not there yet` {
    @Test(
        arguments: [
            (#""operations":[{"trim":{}}],"puzzle":{"rows":2,"columns":2}"#, "/puzzle"),
        ]
    )
    func `is refused by name, and nothing else is`(member: String, place: String) throws {
        let rest = member.contains("\"renditions\"") ? "" : #","renditions":[{"name":"a"}]"#
        let text = "{\"source\":{\"key\":\"a\"},\(member)\(rest)}"
        let error = #expect(throws: InvalidRequest.self) { try ProcessingRequest(reading: Array(text.utf8)) }
        #expect(error?.problems.map(\.pointer.text) == [place])
        #expect(error?.problems.map(\.code) == [.notSupported])
    }
}
