import PipelineRuntime
import Testing

@Suite struct `A reference inside a URL` {
    /// The examples of RFC 3986, sections 5.4.1 and 5.4.2, as far as they stay on the web.
    @Test(arguments: [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q"),
        ("g#s", "http://a/b/c/g"), ("g?y#s", "http://a/b/c/g?y"), (";x", "http://a/b/c/;x"),
        ("g;x", "http://a/b/c/g;x"),
        ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
        ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
        ("/../g", "http://a/g"),
        ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
        ("./g/.", "http://a/b/c/g/"),
        ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"), ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/../x", "http://a/b/c/g?y/../x"), ("https://h/x", "https://h/x"),
    ])
    func `means the URL that RFC 3986 says`(reference: String, target: String) throws {
        let base = try #require(HTTPURL("http://a/b/c/d;p?q"))
        #expect(base.resolving(reference)?.text == target)
    }

    @Test(arguments: ["g:h", "mailto:a@b", "http:g", "ftp://a/", "//user@h/", "/a b", "//[::1"])
    func `that leads off the web is none`(reference: String) throws {
        #expect(try #require(HTTPURL("http://a/b/c/d;p?q")).resolving(reference) == nil)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("0.0.0.0/0", "8.8.8.8", true),
        ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7/32", "192.0.2.6", false),
        ("2001:db8::/32", "2001:db8:1::1", true),
        ("2001:db8::/65", "2001:db8::8000:0:0:1", false), ("::1/128", "::1", true),
        ("0.0.0.0/0", "::1", false),
    ])
    func `a network has the addresses of its prefix`(network: String, address: String, isInside: Bool) throws
    {
        let network = try #require(IPNetwork(network))
        #expect(network.contains(try #require(IPAddress(address))) == isInside)
    }

    @Test(arguments: ["10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "a/8", "", "10.0.0.0/8/8"])
    func `what is no network is refused`(text: String) { #expect(IPNetwork(text) == nil) }

    @Test(arguments: ["", "private", "any,10.0.0.0/8", "10.0.0.0/8", "public,x"])
    func `what is no policy is refused`(text: String) { #expect(HTTPAddressPolicy(text) == nil) }
}
