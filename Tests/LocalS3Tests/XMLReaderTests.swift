import Testing

@testable import LocalS3
@testable import LocalServiceKit

@Suite struct `XML documents` {
    @Test func `are read as trees, whatever their prefixes`() throws {
        let text =
            #"<?xml version="1.0"?><s:A xmlns:s="x"> <s:B> a &amp; &#252; </s:B><C/><![CDATA[<]]></s:A>"#
        let tree = try XMLReader.read(Array(text.utf8))
        #expect((tree.name, tree["B"]?.text, tree["C"]?.text) == ("A", " a & ü ", ""))
    }

    @Test func `come back as they were written`() throws {
        let text = "<&>\"' ü 🖼 \t\n end"
        let tree = XMLTree(document: "A", [XMLTree("B", text), XMLTree("B", [XMLTree("C", "")])])
        let read = try XMLReader.read(tree.document)
        #expect(read.all("B").map(\.text) == [text, ""])
        #expect(read.all("B")[1]["C"] != nil)
    }

    @Test(arguments: [
        "", " ", "text", "<A>", "<A></B>", "<A/><B/>", "<A b=1/>", "<A>&unknown;</A>", "<A>\u{0}</A>",
        #"<!DOCTYPE A [<!ENTITY x "y">]><A>&x;</A>"#, #"<!DOCTYPE A SYSTEM "file:///etc/passwd"><A/>"#,
        String(repeating: "<A>", count: 17) + String(repeating: "</A>", count: 17),
    ])
    func `that are none, or dangerous, are refused`(text: String) {
        #expect(throws: ServiceError.self) { try XMLReader.read(Array(text.utf8)) }
    }

    @Test func `in another encoding are refused`() {
        #expect(throws: ServiceError.self) { try XMLReader.read([0xFF, 0xFE, 0x3C, 0x00]) }
        #expect(throws: ServiceError.self) {
            try XMLReader.read(Array("<A>".utf8) + [0xFC] + Array("</A>".utf8))
        }
    }
}
