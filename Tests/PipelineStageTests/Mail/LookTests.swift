import StageContracts
import Testing

@testable import Notifier

@Suite struct `What outputs look like` {
    private static func output(_ width: Int, _ height: Int, _ operations: AppliedOperation?...) -> Output {
        Output(
            name: "a",
            id: "r_a",
            key: "r/a",
            format: .jpeg,
            width: width,
            height: height,
            bytes: 1,
            operations: operations.contains(nil) ? nil : operations.compactMap(\.self)
        )
    }

    private static let half = AppliedOperation.crop(x: 0, y: 0, width: 50, height: 100)
    private static let otherHalf = AppliedOperation.crop(x: 50, y: 0, width: 50, height: 100)
    private static let encode = AppliedOperation.encode(.webp, quality: 80)
    private static let gray = AppliedOperation(.grayscale)

    @Test(arguments: [
        (output(200, 133), output(3840, 2560), true), (output(200, 200), output(200, 133), false),
        (output(1, 1), output(16_383, 16_383), true), (output(8, 8), output(200, 40), false),
        (output(50, 100, half), output(25, 50, half, encode), true),
        (output(50, 100, half), output(50, 100, otherHalf), false), (output(9, 9, gray), output(9, 9), false),
        (output(9, 9, .orient(6, lossless: true), encode), output(9, 9), true),
        (output(9, 9, nil), output(9, 9), true), (output(9, 9, nil), output(9, 9, gray), false),
    ])
    func `sizes and formats of a picture look alike, other pictures do not`(
        first: Output,
        second: Output,
        isAlike: Bool
    ) {
        #expect(Look(of: first).isLike(Look(of: second)) == isAlike)
        #expect(Look(of: second).isLike(Look(of: first)) == isAlike)
    }

    @Test func `a mail shows at most four, and each with its name`() throws {
        let shapes = (1...6).map { #"{"name":"cut-\#($0)","width":\#($0 * 10),"height":30,"fit":"cover"}"# }
        let body = Requests.text(renditions: "[\(shapes.joined(separator: ","))]")
        let mail = try #require(try TestPipeline.ended(body, upload: Uploads.photo()).cloud.mails.first)
        #expect(mail.attachments.map(\.contentID) == ["cut-1", "cut-2", "cut-3", "cut-4"])
        for name in ["cut-1", "cut-4"] { #expect(mail.html.contains("<br>\(name)</a>")) }
        #expect(!mail.html.contains("cid:cut-5") && mail.html.contains(">cut-6</a>"))
    }
}
