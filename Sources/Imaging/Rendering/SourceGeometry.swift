/// Which part of the stored rows is the picture that renditions are made of, and how large that picture is.
///
/// Crops, turns and changes of size that come first need no step of their own: they are folded into this.
struct SourceGeometry {
    /// The size of the rows as stored.
    let storedSize: PixelSize
    /// Whether pixels of the rows may be transparent.
    let hasAlpha: Bool
    /// What brings the rows upright.
    private(set) var orientation: Orientation
    /// The part of the upright rows that is used.
    private(set) var box: SourceBox
    /// The size of the picture, in pixels of its own.
    private(set) var size: PixelSize
    /// What was cut out, nil for all: nothing beyond it may be seen in the picture.
    private(set) var extent: SourceBox?
    /// What weighs the pixels, and how, where the size of the picture is not that of the part.
    private(set) var resize: Resize?

    /// All of the rows stored in `size`.
    init(_ size: PixelSize, _ orientation: Orientation = .up, hasAlpha: Bool = false) {
        storedSize = size
        self.hasAlpha = hasAlpha
        self.orientation = orientation
        self.size = orientation.applied(to: size)
        box = SourceBox(self.size)
    }

    /// Takes an operation in, if it can be a matter of geometry alone.
    ///
    /// - Throws: `impossibleOperation` for a crop of more than there is; `invalidRendition` for a side without pixels.
    mutating func fold(_ operation: Operation) throws(ImagingError) -> Bool {
        switch operation {
        case .crop(let crop):
            guard let part = try crop.box(in: size) else { return false }
            cut(part)
        case .turn(let orientation): turn(by: orientation)
        case .rotate(let rotation):
            guard let orientation = rotation.orientation else { return false }
            turn(by: orientation)
        case .resize(let resize): return try scale(resize)
        default: return false
        }
        return true
    }

    /// The geometry of a rendition of the picture, as one of the upright rows.
    func located(_ geometry: RenditionGeometry) -> RenditionGeometry {
        var located = geometry
        located.box = part(geometry.box)
        return located
    }

    /// How the rows' pixels are weighed for a rendition: by its own resize, or by the picture's where it has none.
    func weighing(for own: Resize, _ geometry: RenditionGeometry) -> Resize {
        geometry.isCut ? resize ?? own : own
    }

    /// What was cut out, in the rows as stored; nil for all.
    var storedExtent: SourceBox? {
        extent?.stored(by: orientation, in: storedSize)
    }

    private mutating func cut(_ part: PixelBox) {
        guard part.size != size else { return }
        box = self.part(SourceBox(part))
        size = part.size
        if resize == nil {
            extent = box
        }
    }

    private mutating func turn(by turn: Orientation) {
        let turned = turn.applied(to: orientation.applied(to: storedSize))
        box = box.stored(by: turn.inverse, in: turned)
        extent = extent?.stored(by: turn.inverse, in: turned)
        orientation = orientation.followed(by: turn)
        size = turn.applied(to: size)
    }

    /// A second change of size is folded in only where it reduces by the same filter: then one filter does for both.
    private mutating func scale(_ resize: Resize) throws(ImagingError) -> Bool {
        let geometry = try RenditionGeometry(resize, source: size)
        guard geometry.canvas == geometry.picture, resize.filter != .nearest else { return false }
        if let last = self.resize {
            guard last.weighs(like: resize), geometry.reduction >= 1 else { return false }
        }
        guard geometry.picture != size || geometry.box != SourceBox(size) else { return true }
        box = part(geometry.box)
        size = geometry.picture
        self.resize = resize
        return true
    }

    /// A part of the picture as one of the upright rows.
    private func part(_ part: SourceBox) -> SourceBox {
        let across = box.width / Double(size.width)
        let down = box.height / Double(size.height)
        return SourceBox(
            left: box.left + part.left * across,
            top: box.top + part.top * down,
            width: part.width * across,
            height: part.height * down
        )
    }
}
