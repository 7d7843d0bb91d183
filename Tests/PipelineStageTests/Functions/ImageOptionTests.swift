import StageContracts
import Testing

@testable import Imaging
@testable import PipelineStage

@Suite struct `The options of pictures` {
    private static func renditions(_ list: String, _ more: String = "") -> String {
        Requests.text(renditions: "[\(list)]", more: more)
    }

    /// A photo with a camera's notes.
    private static func notedPhoto() throws -> [UInt8] {
        var exif = EXIF()
        (exif.model, exif.copyright) = ("EOS 450D", "© Ada")
        exif.takenAt = EXIFDate("2024:03:09 18:05:59")
        exif.position = EXIF.Position(latitude: 48.5, longitude: 11.25, altitude: nil)
        let block = try #require(EXIFWriter(exif, keeping: .all).block)
        let payload = Array("Exif\0\0".utf8) + block
        let length = payload.count + 2
        let jpeg = try Uploads.photo()
        return jpeg[..<2] + [0xff, 0xe1, UInt8(length >> 8), UInt8(length & 255)] + payload + jpeg[2...]
    }

    private func exif(_ name: String, of pipeline: TestPipeline) throws -> EXIF? {
        try ImageInfo(reading: pipeline.file("rtp-processed-files/order-1/\(name)")).exif
    }

    @Test func `outputs keep the metadata asked for, and the copy no others`() throws {
        let list = #"""
            {"name":"a"},{"name":"b","format":"png","metadata":["gps","camera"]},{"name":"c","format":"webp","metadata":[]}
            """#
        let pipeline = try TestPipeline.ended(Self.renditions(list), upload: Self.notedPhoto())
        let plain = try #require(try exif("a.jpg", of: pipeline))
        #expect(plain.copyright == "© Ada" && plain.model == nil && plain.position == nil)
        let asked = try #require(try exif("b.png", of: pipeline))
        #expect(asked.model == "EOS 450D" && asked.position?.latitude == 48.5)
        #expect(asked.copyright == nil && asked.takenAt == nil)
        #expect(try exif("c.webp", of: pipeline) == nil)
        let copy = try ImageInfo(reading: pipeline.storedFile("rtp-preprocessed-files/order-1/source.jpg"))
            .exif
        #expect(copy?.position != nil && copy?.copyright == "© Ada" && copy?.takenAt == nil)
        #expect(try pipeline.record.source?.exif?.takenAt == "2024-03-09T18:05:59")
    }

    @Test func `without a wish nothing but the copyright is stored anywhere`() throws {
        let pipeline = try TestPipeline.ended(Self.renditions(#"{"name":"a"}"#), upload: Self.notedPhoto())
        for name in ["rtp-preprocessed-files/order-1/source.jpg", "rtp-processed-files/order-1/a.jpg"] {
            let exif = try #require(try ImageInfo(reading: pipeline.storedFile(name)).exif)
            #expect(exif.copyright == "© Ada" && exif.model == nil && exif.position == nil, "\(name)")
        }
    }

    @Test func `a damaged picture is made as far as it goes where that is asked for, and it is said once`()
        throws
    {
        let photo = try Uploads.photo()
        let cut = Array(photo.prefix(photo.count * 3 / 4))
        let body = Self.renditions(#"{"name":"a"},{"name":"b","width":20}"#, #","tolerant":true"#)
        let record = try TestPipeline.ended(body, upload: cut).record
        #expect(record.status == .processed)
        #expect(record.outputs.map(\.width) == [64, 20])
        #expect(record.warnings.map(\.code) == [.damagedSource, .encodedAgain])
        let whole = try TestPipeline.ended(body, upload: photo).record
        #expect(whole.status == .processed && whole.warnings.isEmpty)
    }

    @Test(arguments: [#"{"name":"a"}"#, #"{"name":"a","format":"png"}"#])
    func `a damaged picture that lies is turned, and it is said once`(rendition: String) throws {
        let photo = try Uploads.lyingPhoto()
        let body = Self.renditions(rendition, #","tolerant":true"#)
        let record = try TestPipeline.ended(body, upload: Array(photo.dropLast(200))).record
        #expect(record.outputs.map(\.width) == [48])
        #expect(record.warnings.map(\.code) == [.damagedSource])
    }

    @Test func `a size limit lowers the quality, or is said to be missed`() throws {
        let list = #"""
            {"name":"free","format":"jpeg","quality":95},
            {"name":"small","format":"jpeg","maximumBytes":1200},{"name":"webp","format":"webp","maximumBytes":600},
            {"name":"png","format":"png","maximumBytes":300}
            """#
        let wrong = try TestPipeline.ended(Self.renditions(list), upload: Uploads.photo()).record
        #expect(wrong.failure?.code == .invalidRequest, "PNG has no quality")
        let fitting = list.replacing(
            #"{"name":"png","format":"png","maximumBytes":300}"#,
            with: #"{"name":"tiny","format":"jpeg","maximumBytes":256}"#
        )
        let record = try TestPipeline.ended(Self.renditions(fitting), upload: Uploads.photo()).record
        #expect(record.outputs.map { $0.bytes <= 1_200 } == [false, true, true, true])
        #expect(record.outputs[2].bytes <= 600)
        #expect(record.warnings.map(\.code) == [.sizeLimitMissed])
        #expect(record.warnings.map(\.output) == ["tiny"])
    }

    @Test func `what is asked for in vain is said`() throws {
        let list = #"""
            {"name":"a","lossless":true},{"name":"b","width":20,"gravity":"north"},{"name":"c","width":9}
            """#
        let record = try TestPipeline.ended(Self.renditions(list), upload: Uploads.photo()).record
        #expect(record.outputs.map(\.format) == [.jpeg, .jpeg, .jpeg])
        #expect(record.warnings.map(\.code) == [.noEffect, .noEffect])
        #expect(record.warnings.map(\.output) == ["a", "b"])
        let drawn = try TestPipeline.ended(Self.renditions(list), upload: Uploads.drawing()).record
        #expect(drawn.warnings.first?.text.hasSuffix("its source's format, png.") == true)
    }

    @Test func `few colours become a palette, and light can be averaged`() throws {
        let list = #"""
            {"name":"full","format":"png"},{"name":"few","format":"png","palette":true},
            {"name":"light","width":10,"linearLight":true}
            """#
        let pipeline = try TestPipeline.ended(Self.renditions(list), upload: Uploads.drawing())
        let types = try ["full", "few"].map {
            try PNGStructure(reading: pipeline.file("rtp-processed-files/order-1/\($0).png")).header.colorType
        }
        #expect(types == [.rgba, .palette])
        #expect(try pipeline.record.outputs.last?.width == 10)
    }
}
