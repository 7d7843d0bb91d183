import PipelineClient
import Testing

@Suite struct `Addresses of the API` {
    @Test(arguments: [
        ("photo.jpg", "photo.jpg"), ("my photo.jpg", "my%20photo.jpg"), ("ü.jpg", "%C3%BC.jpg"),
        ("100%.jpg", "100%25.jpg"), ("a#b?c/d&e+f", "a%23b%3Fc%2Fd%26e%2Bf"), ("\n", "%0A"), ("~._-", "~._-"),
    ])
    func `a name is one segment of a path`(name: String, encoded: String) throws {
        let address = try #require(APIAddress("http://localhost"))
        #expect(address.appending("files", name) == "http://localhost/files/" + encoded)
    }

    @Test(arguments: [
        ("http://127.0.0.1:4566", true), ("http://localhost:4566/", true), ("http://[::1]:4566", true),
        ("https://abc.execute-api.us-east-1.amazonaws.com/v1/", false), ("http://10.0.0.1", false),
    ])
    func `an API answers at an absolute address`(text: String, isLocal: Bool) throws {
        let address = try #require(APIAddress(text))
        #expect(address.isLocal == isLocal)
        #expect(!address.text.hasSuffix("/"))
        #expect(address.appending("requests", "a b") == address.text + "/requests/a%20b")
    }

    @Test(arguments: ["", "localhost:4566", "ftp://x", "http://", "http://x?y", "http://x#y", "http://u:p@x"])
    func `anything else is no address`(text: String) {
        #expect(APIAddress(text) == nil)
    }
}
