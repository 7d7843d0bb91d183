import Testing

@testable import StageContracts

@Suite struct `Operations that were applied` {
    private static func output(_ operations: [AppliedOperation]) -> Output {
        Output(
            name: "a",
            id: "1_a",
            key: "1/a.png",
            format: .png,
            width: 1,
            height: 1,
            bytes: 1,
            operations: operations
        )
    }

    @Test(arguments: [
        AppliedOperation.orient(6, lossless: true), .convertProfile(from: nil),
        .convertProfile(from: "Display P3"),
        .crop(x: 1, y: 2, width: 3, height: 4), .trim(x: 1, y: 2, width: 3, height: 4),
        .resize(width: 3, height: 4, fit: .cover, filter: .mitchell, linearLight: true),
        .encode(.jpeg, quality: 71, chroma: .half, progressive: true),
        .encode(.webp, quality: nil, effort: 0), .encode(.png, quality: nil, palette: true),
    ])
    func `are read back as they were written`(operation: AppliedOperation) throws {
        #expect(try AppliedOperation(decodingJSON: operation.encodedJSON) == operation)
        #expect(operation.encodedText.hasPrefix("{\"\(operation.name)\":{"))
    }

    @Test func `are written as the request wrote them`() throws {
        let request = try #require(Samples.read(Samples.fullRequest))
        let operations = request.operations + request.renditions.flatMap(\.operations)
        #expect(!operations.isEmpty)
        for operation in operations {
            #expect(AppliedOperation(operation).encodedJSON == operation.encodedJSON)
        }
    }

    @Test(arguments: ["{}", "[]", #"{"crop":{},"trim":{}}"#, #""crop""#])
    func `are refused in another shape`(text: String) {
        #expect(throws: WireError.self) { try AppliedOperation(decodingJSON: Array(text.utf8)) }
    }

    @Test func `stay away where a record has no room for them`() {
        let crop = AppliedOperation.crop(x: 10_000, y: 10_000, width: 10_000, height: 10_000)
        let crowded = Self.output(Array(repeating: crop, count: 64))
        let original = Self.output([])
        #expect([original, crowded].withinRecord == [original, crowded])
        let all = ([original] + Array(repeating: crowded, count: 31)).withinRecord
        #expect(all.map(\.operations) == [[]] + Array(repeating: nil, count: 31))
    }
}
