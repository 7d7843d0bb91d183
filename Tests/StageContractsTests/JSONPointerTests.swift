import Testing

@testable import StageContracts

@Suite struct `JSON pointers` {
    @Test func `names are escaped as RFC 6901 says`() {
        #expect(JSONPointer.root.appending("a/b").appending("m~n").appending(3).text == "/a~1b/m~0n/3")
        #expect(JSONPointer.root.text.isEmpty)
    }
}
