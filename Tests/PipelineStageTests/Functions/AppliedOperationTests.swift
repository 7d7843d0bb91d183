import StageContracts
import Testing

@testable import Imaging
@testable import PipelineStage

@Suite struct `The operations that a record tells` {
    private func told(_ rendition: String, _ upload: [UInt8], _ more: String = "") throws -> [String] {
        let body = Requests.text(renditions: "[\(rendition)]", more: more)
        let record = try TestPipeline.ended(body, upload: upload).record
        let output = try #require(record.outputs.first, "\(String(describing: record.failure))")
        return try #require(output.operations).map(\.encodedText)
    }

    @Test func `are those that were done, with their own values, in order`() throws {
        let operations =
            #","operations":[{"crop":{"x":10,"y":6,"width":40,"height":40}},{"sepia":{"amount":0.5}}]"#
        let own = #""operations":[{"sharpen":{"sigma":0.8}},{"rotate":{"angle":0}}]"#
        let rendition = #"{"name":"a","width":20,"height":10,"fit":"contain","format":"webp",\#(own)}"#
        let expected = [
            #"{"crop":{"height":40,"width":40,"x":10,"y":6}}"#, #"{"sepia":{"amount":0.5}}"#,
            #"{"resize":{"filter":"lanczos3","height":10,"width":10}}"#,
            ##"{"extend":{"background":"#00000000","height":10,"width":20}}"##,
            #"{"sharpen":{"amount":1,"sigma":0.8,"threshold":0}}"#,
            #"{"encode":{"effort":2,"format":"webp","quality":80}}"#,
        ]
        #expect(try told(rendition, Uploads.photo(), operations) == expected)
    }

    @Test(arguments: [(64, 48, true), (60, 44, false)])
    func `say whether a picture was turned without loss`(width: Int, height: Int, isLossless: Bool) throws {
        let photo = try Uploads.lyingPhoto(width: width, height: height)
        let turn = #"{"orient":{"lossless":\#(isLossless),"orientation":6}}"#
        let encode = #"{"encode":{"chroma":"4:2:0","format":"jpeg","quality":90}}"#
        let kept = try told(#"{"name":"a"}"#, photo)
        #expect(kept == (isLossless ? [turn] : [turn, encode]))
        let png = [turn.replacing("true", with: "false"), #"{"encode":{"format":"png","lossless":true}}"#]
        #expect(try told(#"{"name":"a","format":"png"}"#, photo) == png)
    }

    @Test func `have no size where a picture was not enlarged, and a palette where there is one`() throws {
        let small = try Uploads.photo()
        let quality = #"{"encode":{"chroma":"4:2:0","format":"jpeg","progressive":true,"quality":80}}"#
        #expect(try told(#"{"name":"a","width":800,"progressive":true,"format":"jpeg"}"#, small) == [quality])
        let palette = #"{"encode":{"format":"png","lossless":true,"palette":true}}"#
        let full = #"{"encode":{"format":"png","lossless":true}}"#
        let rendition = #"{"name":"a","format":"png","palette":true}"#
        #expect(try told(rendition, Uploads.drawing()) == [palette])
        #expect(try told(rendition, Uploads.photo(width: 96, height: 96)) == [full])
        let flat = ##"{"flatten":{"color":"#ffffff"}}"##
        let jpeg = #"{"encode":{"chroma":"4:2:0","format":"jpeg","quality":80}}"#
        #expect(try told(#"{"name":"a","format":"jpeg"}"#, Uploads.drawing()) == [flat, jpeg])
    }

    @Test func `are none for the original`() throws {
        let body = #"{"requestId":"order-1","source":{"key":"uploads/1/a.jpg"},"preset":"gallery"}"#
        let outputs = try TestPipeline.ended(body, upload: Uploads.photo()).record.outputs
        #expect(outputs.first?.name == "original" && outputs.first?.operations == [])
        #expect(outputs.dropFirst().allSatisfy { $0.operations?.isEmpty == false })
    }
}
