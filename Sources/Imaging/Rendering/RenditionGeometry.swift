/// Where the pixels of a rendition come from and where they go, all upright.
struct RenditionGeometry: Hashable {
    /// The part of the source that is used.
    var box: SourceBox
    /// What that part is resampled to.
    private(set) var picture: PixelSize
    /// The size of the rendition: the picture's, or a canvas around it.
    private(set) var canvas: PixelSize
    private let gravity: Gravity

    /// The geometry of `resize` applied to an upright picture of `source`.
    ///
    /// - Throws: `invalidRendition` for a side without pixels.
    init(_ resize: Resize, source: PixelSize) throws(ImagingError) {
        for side in [resize.width, resize.height] {
            guard side ?? 1 > 0 else {
                throw ImagingError(.invalidRendition, "a side of a rendition has no pixels")
            }
        }
        box = SourceBox(source)
        gravity = resize.gravity
        let wanted = PixelSize(
            width: resize.width ?? Self.side(resize.height, source.width, source.height),
            height: resize.height ?? Self.side(resize.width, source.height, source.width)
        )
        picture = wanted
        canvas = wanted
        let horizontal = Double(wanted.width) / Double(source.width)
        let vertical = Double(wanted.height) / Double(source.height)
        let ceiling = resize.allowsEnlargement ? Double.infinity : 1
        switch (resize.width, resize.height, resize.fit) {
        case (nil, nil, _): break
        case (nil, _, _): shrink(source, by: min(vertical, ceiling))
        case (_, nil, _): shrink(source, by: min(horizontal, ceiling))
        case (_, _, .cover): cover(source, scale: max(horizontal, vertical), ceiling: ceiling)
        case (_, _, .fill): stretch(source, min(horizontal, ceiling), min(vertical, ceiling))
        case (_, _, .inside): shrink(source, by: min(horizontal, vertical, ceiling))
        case (_, _, .contain):
            shrink(source, by: min(horizontal, vertical, ceiling))
            canvas = wanted
        }
    }

    /// The free columns left of the picture.
    var left: Int {
        gravity.left(of: canvas.width - picture.width)
    }

    /// The free rows above the picture.
    var top: Int {
        gravity.top(of: canvas.height - picture.height)
    }

    /// How often a pixel of the rendition goes into the source, along the side where that is less.
    var reduction: Double {
        min(box.width / Double(picture.width), box.height / Double(picture.height))
    }

    /// Whether every pixel is one of the source: none is weighed.
    var isCut: Bool {
        box.width == Double(picture.width) && box.height == Double(picture.height)
    }

    /// Whether there is a background around the picture.
    var isFramed: Bool {
        canvas != picture
    }

    /// Whether the same pixels come to the same places.
    func places(like other: RenditionGeometry) -> Bool {
        box == other.box && picture == other.picture && canvas == other.canvas
            && (left, top) == (other.left, other.top)
    }

    /// Takes a crop of the rendition in: what is cut off need not be made.
    ///
    /// A turn by nothing is taken in, too.
    ///
    /// - Throws: `impossibleOperation` where the part is not wholly inside the picture.
    mutating func fold(_ operation: Operation) throws(ImagingError) -> Bool {
        guard operation != .turn(.up) else { return true }
        guard case .crop(let crop) = operation, canvas == picture, let part = try crop.box(in: picture) else {
            return false
        }
        let across = box.width / Double(picture.width)
        let down = box.height / Double(picture.height)
        box.left += Double(part.left) * across
        box.top += Double(part.top) * down
        box.width = Double(part.size.width) * across
        box.height = Double(part.size.height) * down
        picture = part.size
        canvas = part.size
        return true
    }

    private mutating func shrink(_ source: PixelSize, by scale: Double) {
        stretch(source, scale, scale)
    }

    private mutating func stretch(_ source: PixelSize, _ horizontal: Double, _ vertical: Double) {
        picture = PixelSize(
            width: Self.scaled(source.width, horizontal, atMost: canvas.width),
            height: Self.scaled(source.height, vertical, atMost: canvas.height)
        )
        canvas = picture
    }

    private mutating func cover(_ source: PixelSize, scale: Double, ceiling: Double) {
        if scale > ceiling || scale == 1 {
            // Too small a source, or one that is just as large: the largest cut of the wanted shape, whole pixels as they are.
            picture = PixelSize(
                width: Self.scaled(canvas.width, 1 / scale, atMost: source.width),
                height: Self.scaled(canvas.height, 1 / scale, atMost: source.height)
            )
            canvas = picture
            let left = gravity.left(of: source.width - picture.width)
            let top = gravity.top(of: source.height - picture.height)
            box = SourceBox(picture)
            box.left = Double(left)
            box.top = Double(top)
        } else {
            box.width = min(Double(source.width), Double(picture.width) / scale)
            box.height = min(Double(source.height), Double(picture.height) / scale)
            box.left = (Double(source.width) - box.width) * gravity.leftShare
            box.top = (Double(source.height) - box.height) * gravity.topShare
        }
    }

    /// The side that keeps the shape when the other becomes `given`; the source's own where none is given.
    private static func side(_ given: Int?, _ own: Int, _ other: Int) -> Int {
        guard let given else { return own }
        return max(1, Int((Double(given) * Double(own) / Double(other)).rounded()))
    }

    private static func scaled(_ side: Int, _ scale: Double, atMost limit: Int) -> Int {
        max(1, min(limit, Int((Double(side) * scale).rounded())))
    }
}
