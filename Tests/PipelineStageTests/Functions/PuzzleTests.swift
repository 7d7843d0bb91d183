import Foundation
import PipelineRuntime
import StageContracts
import Testing

@testable import FileProcessor
@testable import Jigsaw
@testable import PipelineStage

@Suite struct `A puzzle` {
    private static func request(_ puzzle: String, _ more: String = "") -> String {
        #"{"requestId":"order-1","source":{"key":"uploads/1/a.jpg"},"puzzle":\#(puzzle)\#(more)}"#
    }

    private static func document(_ bytes: [UInt8]) throws -> PuzzleDocument {
        try JSONDecoder().decode(PuzzleDocument.self, from: Data(bytes))
    }

    @Test func `is stored as sheets, document and thumbnail under its request's id`() throws {
        let body = Self.request(
            #"{"rows":2,"columns":3,"seed":7}"#,
            #","renditions":[{"name":"small","width":20}]"#
        )
        let pipeline = try TestPipeline.ended(body, upload: Uploads.photo())
        let record = try pipeline.record
        #expect(record.status == .processed)
        #expect(record.outputs.map(\.name) == ["small", "puzzle.sheet-1", "puzzle.thumbnail"])
        #expect(
            record.outputs.map(\.key) == [
                "order-1/small.jpg", "order-1/puzzle/sheet-1.webp", "order-1/puzzle/thumbnail.jpg",
            ]
        )
        let puzzle = try #require(record.puzzle)
        #expect(puzzle.key == "order-1/puzzle/puzzle.json")
        #expect((puzzle.rows, puzzle.columns, puzzle.width, puzzle.height) == (2, 3, 64, 48))
        #expect(puzzle.sheets == ["puzzle.sheet-1"])
        let file = try pipeline.file("rtp-processed-files/\(puzzle.key)")
        #expect(puzzle.bytes == file.count)
        let document = try Self.document(file)
        #expect(document.pieces.count == 6)
        #expect(document.sheets.map(\.file) == ["sheet-1.webp"])
        let sheet = try #require(record.outputs.dropFirst().first)
        let stored = try pipeline.file("rtp-processed-files/\(sheet.key)")
        #expect(
            try LookedAt(stored)
                == LookedAt(format: "webp", width: sheet.width, height: sheet.height, hasAlpha: true)
        )
        #expect(sheet.width == document.sheets.first?.width)
        let thumbnail = try pipeline.file("rtp-processed-files/order-1/puzzle/thumbnail.jpg")
        #expect(try LookedAt(thumbnail) == LookedAt(format: "jpeg", width: 64, height: 48))
    }

    @Test(
        arguments: [
            (#"{"trim":{}}"#, 64, 48), (#"{"trim":{}},{"rotate":{"angle":90}}"#, 48, 64),
            (#"{"watermark":{"image":{"key":"uploads/1/a.jpg"},"size":1,"margin":0}},{"trim":{}}"#, 64, 48),
        ]
    )
    func `of a trimmed picture is cut out of what the trim leaves`(
        operations: String,
        width: Int,
        height: Int
    ) throws {
        let pipeline = try TestPipeline.ended(
            Self.request(
                #"{"rows":2,"columns":2,"seed":7}"#,
                #","operations":[\#(operations)],"renditions":[{"name":"small","format":"png"}]"#
            ),
            upload: Uploads.framed()
        )
        let record = try pipeline.record
        let puzzle = try #require(record.puzzle)
        #expect((puzzle.width, puzzle.height) == (width, height))
        #expect(try LookedAt(try pipeline.file("rtp-processed-files/order-1/small.png")).width == width)
    }

    @Test func `that a trim leaves no room for is refused before anything is stored`() throws {
        let body = Self.request(
            #"{"rows":2,"columns":5,"width":70}"#,
            #","operations":[{"trim":{}}],"renditions":[{"name":"small","width":20}]"#
        )
        let pipeline = try TestPipeline.ended(body, upload: Uploads.framed())
        let failure = try #require(try pipeline.record.failure)
        #expect((failure.code, failure.stage) == (.invalidRequest, .preprocess))
        #expect(failure.problems.map(\.pointer.text) == ["/puzzle/width", "/puzzle/width", "/puzzle/height"])
        #expect(pipeline.cloud.objects.keys.allSatisfy { !$0.hasPrefix("rtp-pr") })
    }

    @Test func `that a trim of a watermark leaves no room for is refused before anything is made`() throws {
        let mark = #"{"watermark":{"image":{"key":"uploads/1/a.jpg"},"size":1,"margin":0}}"#
        let body = Self.request(
            #"{"rows":2,"columns":2,"width":70}"#,
            ",\"operations\":[\(mark),{\"trim\":{}}]"
        )
        let pipeline = try TestPipeline.ended(body, upload: Uploads.framed())
        let failure = try #require(try pipeline.record.failure)
        #expect((failure.code, failure.stage) == (.invalidRequest, .process))
        #expect(failure.problems.map(\.pointer.text) == ["/puzzle/width", "/puzzle/height"])
        #expect(pipeline.cloud.objects.keys.allSatisfy { !$0.hasPrefix("rtp-processed") })
    }

    @Test func `of a picture that a trim leaves nothing of is refused by the first stage`() throws {
        let body = Self.request(
            #"{"rows":1,"columns":1}"#,
            #","operations":[{"trim":{"tolerance":1}}]"#
        )
        let failure = try #require(try TestPipeline.ended(body, upload: Uploads.framed()).record.failure)
        #expect((failure.code, failure.stage) == (.impossibleOperation, .preprocess))
    }

    @Test func `lies under the prefix that was asked for`() throws {
        let body = Self.request(#"{"rows":1,"columns":1,"prefix":"puzzles/2026"}"#)
        let record = try TestPipeline.ended(body, upload: Uploads.photo()).record
        #expect(record.puzzle?.key == "puzzles/2026/order-1/puzzle/puzzle.json")
        #expect(record.outputs.allSatisfy { $0.key.hasPrefix("puzzles/2026/order-1/puzzle/") })
    }

    @Test func `is the same each time, and another's is another`() throws {
        func files(_ id: String, _ seed: String) throws -> [[UInt8]?] {
            let body = Self.request("{\"rows\":2,\"columns\":2\(seed)}").replacing("order-1", with: id)
            let pipeline = try TestPipeline.ended(body, upload: Uploads.photo())
            return ["sheet-1.webp", "puzzle.json"].map {
                pipeline.cloud.objects["rtp-processed-files/\(id)/puzzle/\($0)"]
            }
        }
        #expect(try files("order-1", "") == files("order-1", ""))
        #expect(try files("order-1", "") != files("order-2", ""))
        #expect(try files("order-1", #","seed":3"#) == files("order-2", #","seed":3"#))
    }

    @Test func `tells its progress in steps of five percent while it is cut`() throws {
        let body = Self.request(#"{"rows":4,"columns":8}"#)
        let pipeline = try TestPipeline.ended(body, upload: Uploads.photo(width: 128, height: 72))
        let events = try pipeline.events
        #expect(events.first?.type.hasSuffix("started") == true)
        #expect(events.last?.type.hasSuffix("completed") == true)
        let percents = events.map(\.data.progress)
        #expect(zip(percents, percents.dropFirst()).allSatisfy { $1 - $0 <= 5 })
        #expect(percents.last == 100)
        #expect(events.last?.data.puzzle?.key == "order-1/puzzle/puzzle.json")
    }

    @Test func `is never written about`() throws {
        let body = Self.request(#"{"rows":1,"columns":2}"#, #","notify":{"email":"owner@example.com"}"#)
        let pipeline = try TestPipeline.ended(body, upload: Uploads.photo())
        #expect(try pipeline.record.status == .processed)
        #expect(pipeline.cloud.mails.isEmpty)
    }

    @Test(arguments: [
        (#"{"rows":1,"columns":5}"#, ["/puzzle/width"]),
        (#"{"rows":4,"columns":5}"#, ["/puzzle/width", "/puzzle/height"]),
        (#"{"rows":1,"columns":1,"width":65,"height":49}"#, ["/puzzle/width", "/puzzle/height"]),
        (#"{"rows":4,"columns":1,"width":65}"#, ["/puzzle/width", "/puzzle/height", "/puzzle/height"]),
    ])
    func `that cannot be cut is refused with every problem, before a pixel is touched`(
        puzzle: String,
        places: [String]
    ) throws {
        let pipeline = try TestPipeline.ended(Self.request(puzzle), upload: Uploads.photo())
        let failure = try #require(try pipeline.record.failure)
        #expect(failure.code == .invalidRequest)
        #expect(failure.stage == .preprocess)
        #expect(failure.problems.map(\.pointer.text).sorted() == places.sorted())
        #expect(failure.problems.allSatisfy { $0.code == .outOfRange })
        #expect(pipeline.cloud.objects.keys.allSatisfy { !$0.hasPrefix("rtp-pr") })
    }

    @Test func `is the same beside renditions as by itself`() throws {
        func files(_ more: String) throws -> [[UInt8]?] {
            let body = Self.request(#"{"rows":2,"columns":2,"width":50,"seed":3}"#, more)
            let pipeline = try TestPipeline.ended(body, upload: Uploads.photo(width: 112, height: 84))
            #expect(try pipeline.record.failure == nil)
            return ["sheet-1.webp", "puzzle.json", "thumbnail.jpg"].map {
                pipeline.cloud.objects["rtp-processed-files/order-1/puzzle/\($0)"]
            }
        }
        let alone = try files("")
        #expect(alone.allSatisfy { $0 != nil })
        #expect(try files(#","renditions":[{"name":"a"},{"name":"b","width":100,"format":"png"}]"#) == alone)
    }

    @Test(arguments: [
        (
            #"{"rows":0,"columns":5,"width":70,"style":"square"}"#, "",
            ["height", "rows", "style", "width", "width"]
        ),
        (
            #"{"rows":0,"columns":5,"width":70,"style":"square"}"#, ",\"retention\":1",
            ["height", "rows", "style", "width", "width"]
        ),
        (#"{"rows":9,"style":1}"#, "", ["columns", "height", "style"]),
        (#"{"rows":9,"style":1,"width":"70"}"#, "", ["columns", "style", "width"]),
        (#"{"rows":9,"columns":6000}"#, "", ["columns", "height", "width"]),
        (#"{"rows":0,"columns":1}"#, #","operations":[{"trim":{}}]"#, ["rows"]),
        (
            #"{"rows":0,"columns":6,"width":65,"style":"square"}"#, #","operations":[{"trim":{}}]"#,
            ["height", "rows", "style", "width", "width"]
        ),
        (#"{"rows":0,"columns":9}"#, #","operations":[{"watermark":{"text":"©"}},{"trim":{}}]"#, ["rows"]),
    ])
    func `that breaks the contract is held against its picture in the same step`(
        puzzle: String,
        more: String,
        members: [String]
    ) throws {
        // Either is 64 × 48 pixels in the end.
        let upload = try more.contains("trim") ? Uploads.framed() : Uploads.photo()
        let pipeline = try TestPipeline.ended(Self.request(puzzle, more), upload: upload)
        let failure = try #require(try pipeline.record.failure)
        #expect((failure.code, failure.stage) == (.invalidRequest, .preprocess))
        let pointers = failure.problems.map(\.pointer.text)
        #expect(pointers.filter { $0.hasPrefix("/puzzle/") }.sorted() == members.map { "/puzzle/" + $0 })
        #expect(pointers.contains("/retention") == more.contains("retention"))
        #expect(pipeline.cloud.objects.keys.allSatisfy { !$0.hasPrefix("rtp-pr") })
    }

    @Test func `that breaks the contract and has no picture is refused for the contract alone`() throws {
        let body = Self.request(#"{"rows":0,"columns":5,"width":70}"#).replacing(
            "uploads/1/a.jpg",
            with: "uploads/1/none.jpg"
        )
        let failure = try #require(try TestPipeline.ended(body, upload: Uploads.photo()).record.failure)
        #expect(failure.code == .invalidRequest)
        #expect(failure.problems.map(\.pointer.text) == ["/puzzle/rows", "/puzzle/width"])
    }

    @Test(arguments: ["", #","renditions":[{"name":"small","width":20}]"#])
    func `warns its owner that no mail and no webhook comes`(more: String) throws {
        let notify = #","notify":{"email":"owner@example.com","webhook":"https://example.com/done"}"#
        let pipeline = try TestPipeline.ended(
            Self.request(#"{"rows":2,"columns":2}"#, notify + more),
            upload: Uploads.photo()
        )
        let record = try pipeline.record
        #expect(record.status == .processed)
        #expect(record.warnings.map(\.code) == [.notNotified])
        #expect(record.notifications.isEmpty)
        #expect(pipeline.cloud.mails.isEmpty)
    }

    @Test(arguments: Retention.allCases)
    func `shows its thumbnail in the original's place`(retention: Retention) throws {
        let body = Self.request(#"{"rows":2,"columns":2}"#, ",\"retention\":\"\(retention.rawValue)\"")
        let record = try TestPipeline.ended(body, upload: Uploads.photo()).record
        let original = try #require(record.original)
        #expect(original.retention == retention)
        #expect(original.replacement == record.outputs.last)
        #expect(original.replacement?.name == record.puzzle?.thumbnail)
        #expect((original.key != nil) == (retention == .archive))
    }

    @Test func `is cut out of the upright picture of a lying photo`() throws {
        let body = Self.request(#"{"rows":2,"columns":1,"width":48}"#)
        let pipeline = try TestPipeline.ended(body, upload: Uploads.lyingPhoto())
        let puzzle = try #require(try pipeline.record.puzzle)
        #expect((puzzle.width, puzzle.height) == (48, 64))
    }

    @Test func `is stored again under the same keys when storing failed`() throws {
        let pipeline = TestPipeline.functions(
            Self.request(#"{"rows":2,"columns":2}"#),
            upload: try Uploads.photo()
        )
        var failures = 0
        pipeline.cloud.intercept = { (operation, request) throws(HTTPError) in
            guard operation == "PutObject", request.url.contains("puzzle.json"), failures < 3 else {
                return nil
            }
            failures += 1
            return HTTPResponse(status: 500)
        }
        try pipeline.run()
        #expect(try pipeline.record.status == .processed)
        #expect(try pipeline.record.stages.process?.attempts == 2)
        #expect(pipeline.cloud.objects.keys.count { $0.hasPrefix("rtp-processed-files") } == 3)
    }
}
