import LocalHTTP
import Testing

@Suite
struct RequestTextTests {
    @Test(arguments: [
        ("", ""), ("a%20b", "a b"), ("%E2%9C%93", "\u{2713}"), ("%e2%9c%93", "\u{2713}"), ("a+b", "a+b"),
        ("%2F..%2f", "/../"),
    ])
    func `escapes are decoded`(raw: String, decoded: String) {
        #expect(PercentEncoding.decode(raw) == decoded)
    }

    @Test(arguments: ["%", "%2", "%zz", "a%2", "%00", "%FF", "%C3", "%+1"])
    func `a malformed escape, a NUL and what is no UTF-8 are refused`(raw: String) {
        #expect(PercentEncoding.decode(raw) == nil)
    }

    @Test func `all but unreserved characters are escaped`() {
        #expect(PercentEncoding.encode("aZ09-._~ /+\u{E9}") == "aZ09-._~%20%2F%2B%C3%A9")
        #expect(PercentEncoding.encode("a/b c", keeping: "/") == "a/b%20c")
    }

    @Test func `a query is read into its items`() {
        let items = QueryItem.parse("a=1&b&c=&a=2&d=x%3Dy=z&&+=%20")
        let expected = [
            QueryItem(name: "a", value: "1"), QueryItem(name: "b", value: nil),
            QueryItem(name: "c", value: ""),
            QueryItem(name: "a", value: "2"), QueryItem(name: "d", value: "x=y=z"),
            QueryItem(name: "+", value: " "),
        ]
        #expect(items == expected)
        #expect(items?["a"] == "1")
        #expect(items?["b"] == "")
        #expect(items?["z"] == nil)
        #expect(QueryItem.parse("a=%") == nil)
        #expect(QueryItem.parse("") == [])
    }

    @Test func `a form has spaces for its pluses`() {
        #expect(QueryItem.parseForm(Array("a+b=c+d%2B".utf8)) == [QueryItem(name: "a b", value: "c d+")])
        #expect(QueryItem.parseForm([0xFF]) == nil)
    }

    @Test func `header names compare without regard to case`() {
        var headers: HTTPHeaders = ["Content-Type": "a", "X-A": "1", "x-a": "2"]
        #expect(headers["content-type"] == "a")
        #expect(headers.values("X-a") == ["1", "2"])
        headers["X-A"] = "3"
        #expect(headers.values("x-a") == ["3"])
        headers["x-a"] = nil
        #expect(headers["X-A"] == nil)
    }
}
