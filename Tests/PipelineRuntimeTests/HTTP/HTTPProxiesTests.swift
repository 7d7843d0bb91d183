import PipelineRuntime
import Testing

@Suite struct `Proxies` {
    @Test func `the usual variables are read, capitals of http_proxy excepted`() {
        let proxies = HTTPProxies(environment: [
            "HTTP_PROXY": "http://evil", "HTTPS_PROXY": "http://p:3128", "no_proxy": "internal",
            "NO_PROXY": "other",
        ])
        #expect(proxies == HTTPProxies(https: "http://p:3128", exceptions: "internal"))
    }

    @Test func `one variable can name the proxy of both schemes`() {
        let proxies = HTTPProxies(environment: ["ALL_PROXY": "http://p", "http_proxy": ""])
        #expect(proxies == HTTPProxies(http: "http://p", https: "http://p"))
    }

    @Test(
        arguments: [
            ("http://example.com/", "a"), ("https://example.com/", "b"), ("http://10.0.0.1/", "a"),
            ("http://localhost:4566/", nil), ("https://LOCALHOST/", nil), ("http://127.0.0.1:9001/", nil),
            ("http://169.254.169.254/latest", nil), ("http://169.254.170.2/v2", nil),
            ("http://[fd00:ec2::23]/v1", nil),
            ("http://[::1]:80/", nil),
        ] as [(String, String?)]
    )
    func `local addresses are reached directly`(text: String, proxy: String?) throws {
        let url = try #require(HTTPURL(text))
        #expect(HTTPProxies(http: "a", https: "b").proxy(for: url) == proxy)
    }
}
