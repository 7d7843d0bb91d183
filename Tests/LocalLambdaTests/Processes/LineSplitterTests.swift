import Testing

@testable import LocalLambda

@Suite struct LineSplitterTests {
    private func lines(_ parts: [String]) -> [String] {
        var splitter = LineSplitter()
        var lines = parts.flatMap { splitter.append($0.utf8) }
        if let rest = splitter.finish() { lines.append(rest) }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        arguments: [
            ([""], []), (["a\n"], ["a"]), (["a"], ["a"]), (["a\nb"], ["a", "b"]), (["\n\n"], ["", ""]),
            (["a", "b\nc", "\n"], ["ab", "c"]), (["a\r\nb\r\n"], ["a", "b"]), (["a\rb\n"], ["a\rb"]),
            (["\u{E9}\n"], ["é"]),
        ] as [([String], [String])]
    )
    func `a stream is cut at its line ends`(parts: [String], wanted: [String]) {
        #expect(lines(parts) == wanted)
    }

    @Test func `a character that arrives in two parts is whole`() {
        var splitter = LineSplitter()
        let bytes = Array("é\n".utf8)
        #expect(splitter.append(bytes[..<1]).isEmpty)
        #expect(splitter.append(bytes[1...]) == [Array("é".utf8)])
    }

    @Test func `a line without end is cut where CloudWatch would cut it`() {
        let limit = LineSplitter.maximumByteCount
        let counts = lines([String(repeating: "x", count: 2 * limit + 5) + "\n"]).map(\.utf8.count)
        #expect(counts == [limit, limit, 5])
    }
}
