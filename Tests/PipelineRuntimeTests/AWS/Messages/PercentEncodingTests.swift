import Testing

@testable import PipelineRuntime

@Suite struct `Percent-encoding` {
    @Test(arguments: [
        ("", ""), ("aZ09-._~", "aZ09-._~"), (" ", "%20"), ("+", "%2B"), ("a/b", "a%2Fb"), ("é", "%C3%A9"),
        ("!*'()", "%21%2A%27%28%29"), ("%", "%25"), ("\n", "%0A"),
    ])
    func `only unreserved characters stay`(text: String, encoded: String) {
        #expect(PercentEncoding.encode(text) == encoded)
        #expect(PercentEncoding.decode(encoded) == Array(text.utf8))
    }

    @Test func `slashes of a path can stay`() {
        #expect(PercentEncoding.encode("a/b c", keepsSlashes: true) == "a/b%20c")
    }

    @Test(arguments: [
        ("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("%+1", "%+1"), ("a+b", "a+b"), ("%41%", "A%"),
    ])
    func `what is no encoding stays as it is`(text: String, decoded: String) {
        #expect(PercentEncoding.decode(text) == Array(decoded.utf8))
    }

    @Test func `a form keeps its order and encodes all`() {
        var form = FormBody([("Action", "Publish"), ("A b", "1&2=3+é")])
        form.add("None", nil)
        form.add("Last", "")
        #expect(
            String(decoding: form.bytes, as: UTF8.self) == "Action=Publish&A%20b=1%262%3D3%2B%C3%A9&Last="
        )
    }
}
