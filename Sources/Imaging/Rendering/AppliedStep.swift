/// Something that was done on the way from a source to a rendition.
///
/// Places and sizes are those of the upright picture. What changed nothing is no step: a crop of everything, a size that the
/// picture has already.
package enum AppliedStep: Hashable, Sendable {
    /// A list of operations of a job.
    package enum Level: Hashable, Sendable {
        /// Those before all renditions.
        case source
        /// Those of one rendition.
        case rendition
    }

    /// The stored rows were brought upright.
    case turnUpright(Orientation)
    /// Colours were brought to sRGB; the profile's own name, nil where it has none.
    case convertToSRGB(from: String?)
    /// A part was kept.
    case crop(PixelBox)
    /// A border was cut off; what is left.
    case trim(PixelBox)
    /// The picture was brought to a size.
    case resize(PixelSize, Resize)
    /// Room was added around the picture, up to a size.
    case extend(PixelSize, Color)
    /// An operation was carried out as it was asked for: its place in its list.
    case edit(Level, index: Int)
    /// Transparent pixels were laid on a colour, as the format has no transparency.
    case flatten(Color)
    /// The file was written, of gray pixels alone or of others.
    case encode(Encoding, isGray: Bool = false)
}

extension AppliedStep {
    /// What a change of size does to a picture of `size`.
    ///
    /// - Throws: `invalidRendition` for a side without pixels.
    static func steps(_ resize: Resize, on size: PixelSize) throws(ImagingError) -> [AppliedStep] {
        let geometry = try RenditionGeometry(resize, source: size)
        var steps: [AppliedStep] = []
        if let cut = geometry.cut(from: size) {
            steps.append(.crop(cut))
        } else if geometry.picture != size || geometry.box != SourceBox(size) {
            steps.append(.resize(geometry.picture, resize))
        }
        if geometry.isFramed {
            steps.append(.extend(geometry.canvas, resize.background ?? .clear))
        }
        return steps
    }

    /// What an operation does to a picture of `size`, where that can be told without its pixels.
    ///
    /// - Throws: `impossibleOperation`, `invalidRendition`.
    static func steps(
        _ operation: Operation,
        _ level: Level,
        _ index: Int,
        on size: PixelSize,
        hasAlpha: Bool
    ) throws(ImagingError) -> [AppliedStep] {
        let edit = [AppliedStep.edit(level, index: index)]
        switch operation {
        case .crop(let crop):
            guard let part = try crop.box(in: size), part.size != size else { return [] }
            return [.crop(part)]
        case .resize(let resize): return try steps(resize, on: size)
        case .turn(.up), .trim: return []
        case .rotate(let rotation): return rotation.orientation == .up ? [] : edit
        case .background: return hasAlpha ? edit : []
        case .turn, .blur, .sharpen, .adjust, .watermark, .roundedCorners: return edit
        }
    }
}

extension RenditionGeometry {
    /// The part of a picture of `size` that is kept pixel by pixel; nil where pixels are weighed, or all are kept.
    fileprivate func cut(from size: PixelSize) -> PixelBox? {
        let part = PixelBox(left: Int(box.left), top: Int(box.top), size: picture)
        return picture != size && SourceBox(part) == box ? part : nil
    }
}
