import PipelineRuntime
import Testing

@Suite struct `Web addresses` {
    @Test(
        arguments: [
            ("http://host", "host", "/", nil),
            ("HTTPS://Host:443/a/b", "Host", "/a/b", nil),
            ("http://h:8080?x", "h:8080", "/", "x"),
            ("http://h/?", "h", "/", ""),
            ("http://h/a?b?c#d", "h", "/a", "b?c"),
            ("http://h#d", "h", "/", nil),
            ("http://[::1]:80/", "[::1]", "/", nil),
            ("https://[fd00:ec2::254]:80/", "[fd00:ec2::254]:80", "/", nil),
            ("http://a-b_c.d/%20", "a-b_c.d", "/%20", nil),
        ] as [(String, String, String, String?)]
    )
    func `an address is taken apart`(text: String, authority: String, path: String, query: String?) throws {
        let url = try #require(HTTPURL(text))
        #expect(url.authority == authority)
        #expect(url.path == path)
        #expect(url.query == query)
        #expect(url.isSecure == text.lowercased().hasPrefix("https"))
    }

    @Test(arguments: [
        "", "host", "/path", "ftp://h/", "http:/h", "http://", "http://:80/", "http://h:/", "http://h:0/",
        "http://h:65536/", "http://h:+1/", "http://u@h/", "http://u:p@h/", "http://h\\@x/", "http://h x/",
        "http://h/ ",
        "http://h/\n", "http://é/", "http://[::1/", "http://[]/", "http://[x]/", "http://a%62/",
    ])
    func `what is no plain web address is refused`(text: String) {
        #expect(HTTPURL(text) == nil)
    }
}
