import Testing

@testable import StageContracts

@Suite struct `Texts of a request` {
    @Test(arguments: [
        "owner@example.com", "a.b+c@x-1.example.co", "o'neil@example.com",
        String(repeating: "a", count: 64) + "@example.com",
    ])
    func `a plain mail address is taken as it is`(text: String) throws {
        #expect(try EmailAddress(reading: text).text == text)
    }

    @Test(arguments: [
        "", "a", "@", "a@", "@example.com", "a@b", "a@@example.com", "a@b@example.com", "a..b@example.com",
        ".a@example.com",
        "a.@example.com", "a@-b.com", "a@b-.com", "a@.com", "a@example.com.", "a b@example.com",
        "a@exa mple.com",
        "a@example.com\r\nBcc: b@example.com", "a\n@example.com", "a\0@example.com",
        "a@example.com,b@example.com",
        "Owner <a@example.com>", "\"a\"@example.com", "a@[127.0.0.1]", "é@example.com", "a@exämple.com",
        String(repeating: "a", count: 65) + "@example.com", "a@" + String(repeating: "b", count: 64) + ".com",
        "a@" + String(repeating: "b.", count: 130) + "com",
    ])
    func `anything a mail header could be made of is refused`(text: String) {
        #expect(throws: TextRefusal.self) { try EmailAddress(reading: text) }
    }

    @Test(arguments: [
        ("#000000", "#000000"), ("#FFcc00", "#ffcc00"), ("#01020304", "#01020304"), ("#aabbccFF", "#aabbcc"),
    ])
    func `a colour has one spelling`(text: String, canonical: String) throws {
        #expect(try Color(reading: text).text == canonical)
    }

    @Test(arguments: [
        "", "#", "000000", "#00000", "#0000000", "#00000g", "#０00000", "#+12345", "red", "##00000",
    ])
    func `anything else is no colour`(text: String) {
        #expect(throws: TextRefusal.self) { try Color(reading: text) }
    }

    @Test(arguments: ["16:9", "1:1", "10000:1"])
    func `a ratio is read`(text: String) throws {
        #expect(try AspectRatio(reading: text).text == text)
    }

    @Test(arguments: ["", ":", "16", "16:", "16:9:1", "0:1", "10001:1", "-1:1", "+1:1", "1.5:1", "16/9"])
    func `anything else is no ratio`(text: String) {
        let refusal = #expect(throws: TextRefusal.self) { try AspectRatio(reading: text) }
        #expect(refusal?.detail.contains("from 1 to 10,000") == true)
    }

    @Test(arguments: ["https://example.com", "HTTP://a/b?c=d&e=%20", "https://[::1]:8080/"])
    func `a web address is taken as it is`(text: String) throws {
        #expect(try WebAddress(reading: text).text == text)
    }

    @Test(arguments: [
        ("https://example.com/a?token=1&b=?", "https://example.com/a", "example.com"),
        ("http://a.b:8080?x", "http://a.b:8080", "a.b"),
        ("https://[::1]:8080/", "https://[::1]:8080/", "[::1]"),
    ])
    func `a web address is shown without its query`(text: String, shown: String, host: String) throws {
        let address = try WebAddress(reading: text)
        #expect(address.shownText == shown)
        #expect(address.host == host)
    }

    @Test(arguments: [
        "uploads/1/a.jpg", "a", "ünïcode/ä b.png", "...", "a..b", " /a", " .", "a ", ". . .", "e\u{301}",
        "❤\u{FE0F}",
    ])
    func `an object key is taken as it is`(text: String) throws {
        #expect(try ObjectKey(reading: text).text == text)
    }

    @Test(arguments: [
        ("uploads/1/a\u{202E}gpj.exe", "turn a text around"), ("a\u{2066}/b", "turn a text around"),
        ("a\u{61C}", "turn a text around"), ("a\n", "control characters"),
        ("uploads/1/ ", "something at its end that can be seen"), ("a/.\u{3000}", "that can be seen"),
        ("\u{200B}", "that can be seen"), ("uploads/1/\u{3164}", "that can be seen"),
        ("a/.\u{2800}", "that can be seen"), ("a/\u{AD}\u{FE0F}", "that can be seen"),
        ("a/\u{301}", "that can be seen"), ("a/\u{340}\u{E0041}", "that can be seen"), ("a/..", "'..'"),
        ("a/../\u{301}b", "'..'"),
        ("", "from 1 to 1024"),
    ])
    func `an object key that the front door refuses for an upload is refused`(text: String, words: String) {
        let refusal = #expect(throws: TextRefusal.self) { try ObjectKey(reading: text) }
        #expect(refusal?.detail.contains(words) == true)
    }
}
