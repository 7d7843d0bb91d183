import Testing

@testable import PipelineClient

/// The streams of the HTML Standard, 9.2.6, and every way in which bytes can arrive.
@Suite struct `Reading server-sent events` {
    private static func events(_ text: String, pieceLength: Int = .max) -> [ServerSentEvent] {
        var parser = ServerSentEventParser()
        var rest = Array(text.utf8)[...]
        var events: [ServerSentEvent] = []
        while !rest.isEmpty {
            events += parser.consume(rest.prefix(pieceLength))
            rest = rest.dropFirst(pieceLength)
        }
        return events
    }

    private static func data(_ texts: String...) -> [ServerSentEvent] {
        texts.map { ServerSentEvent(data: $0) }
    }

    @Test(arguments: [
        ("data: YHOO\ndata: +2\ndata: 10\n\n", data("YHOO\n+2\n10")),
        ("data\n\ndata\ndata\n\ndata:", data("", "\n")),
        ("data:test\n\ndata: test\n\n", data("test", "test")),
        ("data:  two blanks\n\n", data(" two blanks")),
        (": a comment\n\n:\n\ndata: x\n\n", data("x")),
        ("data: never ended\n", data()),
        ("\n\n\n", data()),
        ("unknown: x\nDATA: x\n data: x\ndata : x\n\n", data()),
        ("data: a:b: c\n\n", data("a:b: c")),
        ("data: ü€😀\n\n", data("ü€😀")),
        ("\u{FEFF}data: after a mark\n\n", data("after a mark")),
        ("data: x\n\n\u{FEFF}data: no mark here\n\n", data("x")),
    ])
    func `fields make events`(text: String, expected: [ServerSentEvent]) {
        #expect(Self.events(text) == expected)
    }

    @Test(arguments: ["\n", "\r", "\r\n"], [1, 2, 3, 5, 7, 1000])
    func `line ends of every kind may be split between pieces`(lineEnd: String, pieceLength: Int) {
        let lines = [": hello", "id: 7", "event: progress", "data: {", "data: }", "", "data: é", "", ""]
        let expected = [
            ServerSentEvent(id: "7", type: "progress", data: "{\n}"), ServerSentEvent(id: "7", data: "é"),
        ]
        #expect(Self.events(lines.joined(separator: lineEnd), pieceLength: pieceLength) == expected)
    }

    @Test func `a carriage return ends its event without waiting for what follows`() {
        var parser = ServerSentEventParser()
        #expect(parser.consume(Array("data: x\r\r".utf8)) == Self.data("x"))
        #expect(parser.consume(Array("\ndata: y\r\n\r".utf8)) == Self.data("y"))
        #expect(parser.consume(Array("\n".utf8)).isEmpty)
    }

    @Test func `an id lasts until another one, and an empty one takes it away`() {
        var parser = ServerSentEventParser()
        let text = "data: first\nid: 1\n\ndata:second\nid\n\ndata:  third\n\nid: 4\n\n"
        let expected = [
            ServerSentEvent(id: "1", data: "first"), ServerSentEvent(id: "", data: "second"),
            ServerSentEvent(id: "", data: " third"),
        ]
        #expect(parser.consume(Array(text.utf8)) == expected)
        #expect(parser.lastEventID == "4")
    }

    @Test func `an id counts once its event is whole, and never with a null in it`() {
        var parser = ServerSentEventParser(lastEventID: "before")
        _ = parser.consume(Array("id: a\0b\n\nid: half\ndata: x\n".utf8))
        #expect(parser.lastEventID == "before")
        #expect(parser.reopened.lastEventID == "before")
    }

    @Test(arguments: [
        ("retry: 1500\n", 1500), ("retry:0\n", 0), ("retry: 1.5\n", nil), ("retry: -1\n", nil),
        ("retry\n", nil),
        ("retry: 99999999999999999999\n", nil),
    ])
    func `a retry is digits only`(text: String, milliseconds: Int?) {
        var parser = ServerSentEventParser()
        _ = parser.consume(Array(text.utf8))
        #expect(parser.retryMilliseconds == milliseconds)
        #expect(parser.reopened.retryMilliseconds == milliseconds)
    }

    @Test func `half an event is forgotten with its connection`() {
        var parser = ServerSentEventParser()
        _ = parser.consume(Array("event: lost\ndata: lost\nda".utf8))
        parser = parser.reopened
        #expect(parser.consume(Array("data: x\n\n".utf8)) == Self.data("x"))
    }
}
