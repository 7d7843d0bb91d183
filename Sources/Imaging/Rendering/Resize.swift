/// Which size a rendition gets and how the picture fills it.
///
/// Sizes are upright ones. Where only one side is given the other follows from the picture's shape; where none is, the
/// picture keeps its size.
package struct Resize: Hashable, Sendable {
    /// How a picture meets a box of another shape.
    package enum Fit: String, CaseIterable, Hashable, Sendable {
        /// As large as fits inside the box; the shape is kept.
        case inside
        /// Fills the box; what sticks out is cut off.
        case cover
        /// As large as fits inside the box, on a background that fills it.
        case contain
        /// Stretched to the box; the shape is lost.
        case fill
    }

    /// The wanted width in pixels.
    package var width: Int?
    /// The wanted height in pixels.
    package var height: Int?
    /// How the picture meets the box.
    package var fit: Fit
    /// What lies beside the picture with `contain`; nil is transparent, or white where the format has no alpha.
    package var background: Color?
    /// Whether the picture may become larger than it is.
    ///
    /// Otherwise `inside` and `fill` stop at its own size, `cover` gives the largest cut of the wanted shape, and
    /// `contain` keeps the box and leaves more background.
    package var allowsEnlargement: Bool
    /// The kernel that weighs source pixels.
    package var filter: ResampleFilter
    /// Whether amounts of light are averaged instead of the levels that stand for them: fine bright detail keeps its
    /// brightness.
    package var usesLinearLight = false
    /// The part that `cover` keeps, or the place of the picture in `contain`.
    package var gravity: Gravity

    /// A resize to a box of `width` × `height`.
    package init(
        width: Int? = nil,
        height: Int? = nil,
        fit: Fit = .inside,
        background: Color? = nil,
        allowsEnlargement: Bool = false,
        filter: ResampleFilter = .lanczos3,
        gravity: Gravity = .center
    ) {
        self.width = width
        self.height = height
        self.fit = fit
        self.background = background
        self.allowsEnlargement = allowsEnlargement
        self.filter = filter
        self.gravity = gravity
    }

    /// Whether an upright picture of that size stays as it is.
    package func keeps(_ size: PixelSize) -> Bool {
        guard let geometry = try? RenditionGeometry(self, source: size) else { return false }
        return geometry.canvas == size && geometry.picture == size && geometry.box == SourceBox(size)
    }

    /// The size of the picture that is made of an upright source of that size.
    ///
    /// - Throws: `invalidRendition` for a side without pixels.
    package func size(of source: PixelSize) throws(ImagingError) -> PixelSize {
        try RenditionGeometry(self, source: source).canvas
    }

    /// Whether pixels are weighed in the same way.
    func weighs(like other: Resize) -> Bool {
        filter == other.filter && usesLinearLight == other.usesLinearLight
    }
}
