import Foundation
import Testing

@testable import StageContracts

@Suite struct `The configuration` {
    @Test func `that is shipped has the gallery`() throws {
        let gallery = try #require(Configuration.shipped.presets["gallery"])
        #expect(gallery.includesOriginal)
        let sizes = gallery.renditions.map { rendition in
            "\(rendition.name.text) \(rendition.resize.width ?? 0)x\(rendition.resize.height ?? 0)"
        }
        #expect(
            sizes == [
                "thumbnail 200x200", "thumbnail_2x 400x400", "medium 800x0", "medium_2x 1600x0",
                "large 1600x0",
                "large_2x 3200x0", "xlarge 3840x0",
            ]
        )
        #expect(gallery.renditions.allSatisfy { $0.encoding.format == .webp && !$0.resize.enlarge })
        #expect(gallery.renditions.allSatisfy { $0.resize.fit == .inside })
    }

    @Test(
        arguments: [
            ("{}", ["/presets", "/attributes"]),
            (#"{"attributes":{},"presets":{"a":{}}}"#, ["/presets/a/renditions"]),
            (#"{"attributes":{},"presets":{"a":{"renditions":[]}},"x":1}"#, ["/presets/a/renditions", "/x"]),
            (
                #"{"attributes":{},"presets":{"a":{"renditions":[{"name":"b"},{"name":"b"}],"original":1}}}"#,
                ["/presets/a/original", "/presets/a/renditions/1/name"]
            ),
            (
                #"{"presets":{},"attributes":{"a":[],"b":"c","d":["e",1]}}"#,
                ["/attributes/a", "/attributes/b", "/attributes/d"]
            ),
            ("[]", [""]), ("{", [""]),
        ]
    )
    func `that is wrong is refused with every problem`(text: String, places: [String]) {
        let error = #expect(throws: InvalidRequest.self) { try Configuration(reading: Array(text.utf8)) }
        #expect(error?.problems.map(\.pointer.text) == places)
    }

    @Test func `is mirrored by the schema of the API`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let template = try String(contentsOf: root.appending(path: "template.yaml"), encoding: .utf8)
        let presets = Configuration.shipped.presets.keys.sorted().joined(separator: ", ")
        #expect(template.contains("preset: { enum: [\(presets)] }"))
        for (name, values) in Configuration.shipped.attributeValues {
            let texts = values.map { Int($0) == nil ? $0 : "\"\($0)\"" }
            #expect(template.contains("\(name): { enum: [\(texts.joined(separator: ", "))] }"))
        }
    }
}

@Suite struct `A request with a preset` {
    private func request(_ members: String) throws -> ProcessingRequest {
        try ProcessingRequest(reading: Array("{\"source\":{\"key\":\"uploads/a\"},\(members)}".utf8))
    }

    @Test func `asks for the preset's renditions and the original`() throws {
        let request = try request(#""preset":"gallery""#)
        #expect(request.allRenditions.count == 7)
        #expect(request.outputsOriginal)
    }

    @Test func `puts its own renditions first and in the place of namesakes`() throws {
        let request = try request(
            #""preset":"gallery","renditions":[{"name":"wide"},{"name":"large","width":9}]"#
        )
        #expect(
            request.allRenditions.map(\.name.text) == [
                "wide", "large", "thumbnail", "thumbnail_2x", "medium", "medium_2x", "large_2x", "xlarge",
            ]
        )
        #expect(request.allRenditions[1].resize.width == 9)
        #expect(!request.presetRenditions.contains { $0.name.text == "large" })
    }

    @Test func `is read again as it was written`() throws {
        let request = try request(#""preset":"gallery""#)
        #expect(try ProcessingRequest(reading: request.encodedJSON) == request)
    }

    @Test func `has no copy of the original where another output has its name`() throws {
        #expect(try !request(#""preset":"gallery","renditions":[{"name":"original"}]"#).outputsOriginal)
    }

    @Test func `that is not known is told which ones are`() {
        let error = #expect(throws: InvalidRequest.self) { try request(#""preset":"galery""#) }
        #expect(error?.problems.map(\.detail) == ["must be gallery"])
        #expect(error?.problems.map(\.code) == [.notAllowed])
    }
}

@Suite struct `The attributes of a request` {
    private func problems(_ attributes: String) -> [Problem] {
        let text = #"{"source":{"key":"uploads/a"},"renditions":[{"name":"a"}],"attributes":\#(attributes)}"#
        do {
            _ = try ProcessingRequest(reading: Array(text.utf8))
            return []
        } catch {
            return error.problems
        }
    }

    @Test(arguments: [
        #"{"region":"usa","imageType":"MRI","priority":"0"}"#,
        #"{"region":"latam","ward":"anything at all"}"#, "{}",
    ])
    func `have values that are configured, or names that are free`(attributes: String) {
        #expect(problems(attributes) == [])
    }

    @Test func `of a wrong value are refused together, and the right values named`() {
        let problems = problems(#"{"region":"eu","imageType":"xray","priority":"-1"}"#)
        #expect(
            problems.map(\.pointer.text) == [
                "/attributes/imageType", "/attributes/priority", "/attributes/region",
            ]
        )
        #expect(problems.allSatisfy { $0.code == .notAllowed })
        #expect(problems.first?.detail == "must be one of XRAY, MRI, HISTOLOGY, ULTRASOUND, MAMMOGRAPHY")
        #expect(problems.last?.detail == "must be one of usa, latam")
    }

    @Test func `of a wrong value do not travel with events`() {
        let contact = RequestContact(salvaging: Array(#"{"attributes":{"region":"eu","ward":"7"}}"#.utf8))
        #expect(contact.attributes.values == ["ward": "7"])
    }
}

@Suite struct `A source set` {
    private func output(_ width: Int, url: String?) -> Output {
        Output(name: "a", id: "b", key: "c", url: url, format: .webp, width: width, height: 1, bytes: 1)
    }

    @Test func `names each width once, from narrow to wide`() {
        let outputs = [
            output(800, url: "x?a=1&b=2"), output(200, url: "y"), output(800, url: "z"), output(9, url: nil),
        ]
        #expect(SourceSet(outputs).text == "y 200w, x?a=1&b=2 800w")
        #expect(SourceSet([]).text.isEmpty)
    }
}
