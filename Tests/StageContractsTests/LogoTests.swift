import StageContracts
import Testing

@Suite struct `The logos of a request` {
    private static func mark(_ source: String) -> String { #"{"watermark":{"image":{\#(source)}}}"# }

    private static func request(_ operations: [String], _ own: [[String]]) throws -> ProcessingRequest {
        let renditions = own.enumerated().map { index, operations in
            #"{"name":"r\#(index)","operations":[\#(operations.joined(separator: ","))]}"#
        }
        let text = """
            {"source":{"key":"uploads/a"},"operations":[\(operations.joined(separator: ","))],
             "renditions":[\(renditions.joined(separator: ","))]}
            """
        return try ProcessingRequest(reading: Array(text.utf8))
    }

    @Test func `are listed once each, uploads and pictures on the web`() throws {
        let upload = Self.mark(#""key":"uploads/1/logo.png""#)
        let web = (1...3).map { Self.mark(#""url":"https://a.b/\#($0).png""#) }
        let request = try Self.request(
            [#"{"flip":{}}"#, web[1]],
            [[web[0], upload], [], [upload, web[1], web[2]]]
        )
        #expect(request.webLogos.map(\.address.text) == [2, 1, 3].map { "https://a.b/\($0).png" })
        #expect(
            request.logoPlaces.map(\.place.text) == [
                "/operations/1/watermark/image", "/renditions/0/operations/0/watermark/image",
                "/renditions/0/operations/1/watermark/image", "/renditions/2/operations/2/watermark/image",
            ]
        )
    }

    @Test func `are eight at most`() throws {
        let marks = (1...9).map { Self.mark(#""\#($0 % 2 == 0 ? "key" : "url")":"https://a.b/\#($0)""#) }
        #expect(throws: InvalidRequest.self) { try Self.request([], [marks]) }
        let eight = marks.prefix(8).filter { $0.contains("url") }
        #expect(try Self.request(eight, [eight]).logos.count == 4)
        let error = #expect(throws: InvalidRequest.self) {
            try Self.request([], [(1...9).map { Self.mark(#""url":"https://a.b/\#($0)""#) }])
        }
        #expect(error?.problems.map(\.pointer.text) == ["/renditions/0/operations/8/watermark/image"])
        #expect(error?.problems.map(\.code) == [.tooMany])
    }
}
