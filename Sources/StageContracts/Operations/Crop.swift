/// The part of the picture that is kept.
///
/// It is a rectangle (`x`, `y`, `width`, `height`), or a size or an aspect ratio that `gravity` or `focalPoint` places.
package struct Crop: Encodable, Equatable, Sendable {
    /// Left edge in pixels; given together with `y`.
    package let x: Int?
    /// Upper edge in pixels; given together with `x`.
    package let y: Int?
    /// Width in pixels; given together with `height`, unless there is an aspect ratio.
    package let width: Int?
    /// Height in pixels; given together with `width`, unless there is an aspect ratio.
    package let height: Int?
    /// The shape of the largest part that fits, instead of a size.
    package let aspectRatio: AspectRatio?
    /// The part that is kept; nil for the middle.
    package let gravity: CropGravity?
    /// The point that is kept as near to the middle as can be.
    package let focalPoint: FocalPoint?
}

extension Crop: ReadableObject {
    init?(reading reader: ObjectReader) {
        let side = 1...Resize.maximumSide
        x = reader.integer("x", in: 0...65_535)
        y = reader.integer("y", in: 0...65_535)
        width = reader.integer("width", in: side)
        height = reader.integer("height", in: side)
        aspectRatio = reader.text("aspectRatio")
        gravity = reader.choice("gravity")
        focalPoint = reader.object("focalPoint")
        Self.checkShape(reader)
        Self.checkPlace(reader)
    }

    private static func checkShape(_ reader: ObjectReader) {
        if reader.has("aspectRatio") {
            reader.forbid(["x", "y", "width", "height"], "cannot stand beside aspectRatio")
        } else {
            reader.require("width", "height")
        }
    }

    private static func checkPlace(_ reader: ObjectReader) {
        if reader.has("x") || reader.has("y") {
            reader.require("x", "y")
            reader.forbid(["gravity", "focalPoint"], "cannot stand beside x and y")
        } else if reader.has("gravity") {
            reader.forbid(["focalPoint"], "cannot stand beside gravity")
        }
    }
}
