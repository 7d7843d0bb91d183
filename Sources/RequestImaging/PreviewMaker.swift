package import Imaging
import StageContracts

/// Makes the small pictures by which a mail shows renditions, out of the renditions' own files.
package struct PreviewMaker {
    /// The longest side of a preview: twice as long as a mail shows the only one, for fine screens.
    package static let maximumSide = 480

    private let limits: ImageLimits

    /// A maker of previews of pictures within `limits`.
    package init(limits: ImageLimits) {
        self.limits = limits
    }

    /// Previews of the renditions of these names, never larger than the rendition.
    ///
    /// Each is a JPEG, or a PNG where the rendition may be transparent: every mail program can show both. One that cannot be made is
    /// missing: a mail without it is better than none.
    package func previews(of names: [String], among made: [MadeRendition]) -> [String: RenderedImage] {
        let alike = made.filter(\.showsAll).sorted { $0.image.size.pixelCount < $1.image.size.pixelCount }
        var previews: [String: RenderedImage] = [:]
        for rendition in made where names.contains(rendition.rendition.name.text) {
            let size = rendition.image.size.within(Self.maximumSide)
            // What shows the same picture can be made of the smallest file of it that is large enough.
            let base = rendition.showsAll ? alike.first { $0.image.size.holds(size) } : nil
            previews[rendition.rendition.name.text] = preview(of: (base ?? rendition).image, size)
        }
        return previews
    }

    /// A preview of a single picture.
    package func preview(of image: RenderedImage) -> RenderedImage? {
        preview(of: image, image.size.within(Self.maximumSide))
    }

    private func preview(of image: RenderedImage, _ size: PixelSize) -> RenderedImage? {
        let isOpaque = (try? ImageInfo(reading: image.bytes))?.hasAlpha == false
        // Where a fine one is too large for a mailbox, one pixel for each that the mail shows will do.
        let sizes = isOpaque ? [] : [1, 2, 4].map { size.within(Self.maximumSide / $0) }
        let transparent = sizes.lazy.compactMap { preview(of: image, $0, as: .png()) }
        return transparent.first { $0.bytes.count <= Output.maximumPreviewByteCount }
            ?? preview(of: image, size, as: .jpeg(.init(quality: 75)))
    }

    private func preview(of image: RenderedImage, _ size: PixelSize, as encoding: Encoding) -> RenderedImage?
    {
        let resize = Imaging.Resize(width: size.width, height: size.height, fit: .fill)
        var plan = RenditionPlan(resize, as: encoding)
        plan.metadata = []
        return try? Renderer(limits: limits).render(image.bytes, [plan]).first
    }
}

extension MadeRendition {
    /// Whether it shows all of the source in its own shape, and nothing else.
    fileprivate var showsAll: Bool { rendition.operations.isEmpty && rendition.resize.fit == .inside }
}

extension PixelSize {
    /// The size at which a picture of this one fits into a square; its own if it does already.
    fileprivate func within(_ side: Int) -> PixelSize {
        let longest = max(width, height)
        guard longest > side else { return self }
        func scaled(_ length: Int) -> Int { max(1, (2 * length * side + longest) / (2 * longest)) }
        return PixelSize(width: scaled(width), height: scaled(height))
    }

    fileprivate func holds(_ size: PixelSize) -> Bool { width >= size.width && height >= size.height }
}
