/// A text or logo over the picture.
package struct Watermark: Encodable, Equatable, Sendable {
    /// The words; nil for a logo.
    package let text: WatermarkText?
    /// The logo, an upload or a picture on the web; nil for words.
    package internal(set) var image: ImageSource?
    /// Its width as a share of the picture's: above 0, to 1.
    package let size: Double
    /// From 0 (invisible) to 1.
    package let opacity: Double
    /// Where it stands.
    package let gravity: Gravity
    /// Its distance from the edges as a share of the picture's shorter side.
    package let margin: Double
    /// Whether it is repeated over the whole picture.
    package let tiled: Bool
    /// The colour of the words.
    package let color: Color?
}

extension Watermark: ReadableObject {
    init?(reading reader: ObjectReader) {
        reader.requireOne(of: "text", "image")
        text = reader.text("text")
        image = reader.object("image")
        size = reader.number("size", in: 0.01...1) ?? 0.25
        opacity = reader.number("opacity", in: 0...1) ?? 0.5
        gravity = reader.choice("gravity") ?? .southeast
        margin = reader.number("margin", in: 0...0.5) ?? 0.02
        tiled = reader.bool("tiled") ?? false
        color = reader.text("color")
        if reader.has("image") { reader.forbid(["color"], "is the colour of a text") }
        if tiled { reader.forbid(["gravity", "margin"], "has no effect on a tiled watermark") }
    }
}
