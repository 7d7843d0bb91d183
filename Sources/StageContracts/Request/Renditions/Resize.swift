/// The size a picture is brought to, and how.
package struct Resize: Encodable, Equatable, Sendable {
    /// Width in pixels; nil to follow the height.
    package let width: Int?
    /// Height in pixels; nil to follow the width.
    package let height: Int?
    /// What happens when the shapes differ.
    package let fit: Fit
    /// The part that is kept by `cover`, or the place of the picture in `contain`.
    package let gravity: Gravity
    /// What lies behind the picture where it leaves room or is transparent and the format is not.
    package let background: Color?
    /// Whether a picture smaller than the size is made larger.
    package let enlarge: Bool
    /// The filter that resamples.
    package let filter: ResizeFilter
    /// Whether resampling is done in linear light instead of in the file's gamma.
    package let linearLight: Bool

    /// The largest side in pixels: what every output format can hold (WebP holds least).
    package static let maximumSide = 16_383
}

extension Resize: ReadableObject {
    init?(reading reader: ObjectReader) {
        width = reader.integer("width", in: 1...Self.maximumSide)
        height = reader.integer("height", in: 1...Self.maximumSide)
        fit = reader.choice("fit") ?? .inside
        gravity = reader.choice("gravity") ?? .center
        background = reader.text("background")
        enlarge = reader.bool("enlarge") ?? false
        filter = reader.choice("filter") ?? .lanczos3
        linearLight = reader.bool("linearLight") ?? false
        guard fit != .inside else { return }
        for side in ["width", "height"] where !reader.has(side) {
            reader.refuse(side, .missing, "is required when fit is \(fit.rawValue)")
        }
    }
}
