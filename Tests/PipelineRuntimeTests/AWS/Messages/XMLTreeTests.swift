import Testing

@testable import PipelineRuntime

@Suite struct `XML` {
    private func parse(_ text: String) -> XMLTree? {
        XMLTree(parsing: Array(text.utf8))
    }

    @Test func `text is found by its path`() throws {
        let text = """
            \u{FEFF}<?xml version="1.0"?><!-- <no> -->
            <a:Root xmlns:a="urn:x" b='>'><One>1</One><Two><Three c="d"/><One>&#65;&#x42;&amp;&lt;&gt;&quot;&apos;</One>
            <One>second</One></Two><![CDATA[<raw>&amp;]]></a:Root><!-- end -->
            """
        let tree = try #require(parse(text))
        #expect(tree.name == "Root")
        #expect(tree.text(at: ["One"]) == "1")
        #expect(tree.text(at: ["Two", "One"]) == "AB&<>\"'")
        #expect(tree.text(at: ["Two", "Three"]) == "")
        #expect(tree.text(at: ["Two", "Four"]) == nil)
        #expect(tree.text == "<raw>&amp;")
    }

    @Test(arguments: [
        "", "   ", "text", "<a>", "<a></b>", "</a>", "<a/><b/>", "<a>x</a>y", "<a", "<a b='>", "<>", "< a/>",
        "<a>&</a>",
        "<a>&unknown;</a>", "<a>&#xD800;</a>", "<a>&#99999999999;</a>", "<a>&#;</a>", "<a><![CDATA[x</a>",
        "<a><!-- x</a>",
        "<?xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a><!ELEMENT b></a>", "<a <b/>></a>",
        "<![CDATA[x]]>",
    ])
    func `what is not well formed is refused`(text: String) {
        #expect(parse(text) == nil)
    }

    @Test func `depth without end is refused`() {
        #expect(parse(String(repeating: "<a>", count: 32) + String(repeating: "</a>", count: 32)) != nil)
        #expect(parse(String(repeating: "<a>", count: 33) + String(repeating: "</a>", count: 33)) == nil)
        #expect(parse(String(repeating: "<a>", count: 1_000_000)) == nil)
    }

    @Test func `every prefix of a document is refused without harm`() {
        let text = Array("<?xml version='1'?><a b='c'><d>&#65;&lt;</d><![CDATA[e]]><!-- f --></a>".utf8)
        for count in text.indices { #expect(XMLTree(parsing: Array(text[..<count])) == nil) }
        #expect(XMLTree(parsing: text) != nil)
    }

    @Test func `bytes that are no text do no harm`() {
        #expect(XMLTree(parsing: Array("<a>".utf8) + [0xFF, 0xC0, 0x00] + Array("</a>".utf8))?.name == "a")
    }
}
