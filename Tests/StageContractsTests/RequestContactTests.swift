import Testing

@testable import StageContracts

@Suite struct `The contact of a request` {
    @Test func `is salvaged from a request that breaks the contract`() {
        let text =
            #"{"nonsense":1,"notify":{"email":"a@example.com","webhook":7},"attributes":{"region":"usa","x":5}}"#
        let contact = RequestContact(salvaging: Array(text.utf8))
        #expect(contact.email?.text == "a@example.com")
        #expect(contact.attributes.values == ["region": "usa"])
    }

    @Test(arguments: [
        "", "{", "[]", #"{"notify":[]}"#, #"{"notify":{"email":"a@b\nc"}}"#,
        String(repeating: "[", count: 100_000),
    ])
    func `is empty where nothing can be read`(text: String) {
        let contact = RequestContact(salvaging: Array(text.utf8))
        #expect(contact.email == nil)
        #expect(contact.attributes == .none)
    }

    @Test func `is that of a valid request`() throws {
        let request = try #require(Samples.read(Samples.fullRequest))
        #expect(RequestContact(request) == RequestContact(salvaging: Array(Samples.fullRequest.utf8)))
    }
}
