import StageContracts
import Testing

@Suite struct `What is asked for in vain` {
    private static func warnings(_ members: String, of source: ImageFormat) throws -> [String] {
        let text = #"{"source":{"key":"uploads/a"},"renditions":[{"name":"r",\#(members)}]}"#
        let found = try ProcessingRequest(reading: Array(text.utf8)).warnings(madeOf: source)
        #expect(found.allSatisfy { $0.code == .noEffect && $0.output == "r" })
        return found.map(\.text)
    }

    @Test(arguments: [
        (#""width":20,"gravity":"north""#, "r: gravity has no effect where fit is inside."),
        (
            #""width":20,"height":20,"fit":"fill","gravity":"west""#,
            "r: gravity has no effect where fit is fill."
        ),
        (#""gravity":"north""#, "r: gravity has no effect without width or height."),
        (#""filter":"nearest""#, "r: filter has no effect without width or height."),
        (
            #""linearLight":true,"enlarge":true"#,
            "r: linearLight, enlarge have no effect without width or height."
        ),
        (
            #""operations":[{"flip":{}},{"resize":{"height":9,"gravity":"north"}}]"#,
            "r: gravity has no effect where fit is inside in a resize."
        ),
        (#""lossless":true"#, "r: lossless has no effect in a file of its source's format, jpeg."),
        (
            #""effort":0,"palette":true,"quality":70"#,
            "r: palette, effort have no effect in a file of its source's format, jpeg."
        ),
    ])
    func `is named with the reason`(members: String, text: String) throws {
        #expect(try Self.warnings(members, of: .jpeg) == [text])
    }

    @Test func `hangs on the source's format where that is kept`() throws {
        let members =
            #""maximumBytes":900,"chroma":"4:4:4","progressive":true,"optimize":true,"compression":9,"#
            + #""palette":true,"effort":3"#
        let reason = "have no effect in a file of its source's format,"
        let kept: [ImageFormat: String] = [
            .jpeg: "r: compression, palette, effort \(reason) jpeg.",
            .png: "r: chroma, progressive, optimize, effort \(reason) png.",
            .webp: "r: chroma, progressive, optimize, compression, palette \(reason) webp.",
        ]
        for (source, text) in kept { #expect(try Self.warnings(members, of: source) == [text]) }
    }

    @Test(arguments: [
        #""width":20"#, #""width":20,"gravity":"center""#, #""height":20,"filter":"nearest","enlarge":true"#,
        #""width":20,"height":20,"fit":"cover","gravity":"north""#,
        #""width":20,"height":20,"fit":"contain","gravity":"southeast""#,
        #""filter":"lanczos3","linearLight":false,"enlarge":false"#,
        #""format":"webp","lossless":true"#, #""progressive":false,"lossless":false"#,
        #""operations":[{"crop":{"aspectRatio":"1:1","gravity":"north"}}]"#, #""quality":70"#,
    ])
    func `is nothing that does something, nor what holds without it`(members: String) throws {
        #expect(try Self.warnings(members, of: .jpeg).isEmpty)
    }

    @Test func `may stand among the operations before all outputs`() throws {
        let text =
            #"{"source":{"key":"uploads/a"},"preset":"gallery","#
            + #""operations":[{"resize":{"width":900,"gravity":"north"}}]}"#
        let warnings = try ProcessingRequest(reading: Array(text.utf8)).warnings(madeOf: .jpeg)
        #expect(warnings.map(\.text) == ["gravity has no effect where fit is inside in a resize."])
        #expect(warnings.map(\.output) == [nil])
    }
}
