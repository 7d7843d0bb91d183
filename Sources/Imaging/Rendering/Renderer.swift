/// Makes any number of renditions from one decode of a source.
///
/// The source is decoded once, at the smallest scale that serves the largest rendition, and its rows go to all
/// renditions in the same pass; what is held at once follows the width of a row, not the number of pixels, unless the
/// format or the orientation asks for the whole picture.
package struct Renderer: Sendable {
    /// What a source and its renditions may cost.
    package var limits: ImageLimits
    /// Whether a source that is cut off or damaged is rendered as far as it goes; the images say so.
    package var toleratesDamage = false

    /// A renderer within `limits`.
    package init(limits: ImageLimits = ImageLimits()) {
        self.limits = limits
    }

    /// The renditions of `source` (a whole JPEG, PNG or WebP file), in the order of `plans`.
    ///
    /// - Throws: the first failure; `ImagingError.isPermanent` says whether asking again can help.
    package func render(
        _ source: [UInt8],
        _ plans: [RenditionPlan],
        taps: [RowTap] = [],
        operations: [Operation] = []
    ) throws(ImagingError) -> [RenderedImage] {
        var images: [Int: RenderedImage] = [:]
        try render(source, plans, taps: taps, operations: operations) { index, image in
            images[index] = image
        }
        return plans.indices.compactMap { images[$0] }
    }

    /// Makes the renditions of `source` and gives each to `deliver`, with its index in `plans`, when it is complete.
    ///
    /// The rows of the pictures of `taps` go to their consumers in the same pass. `operations` edit the source before
    /// all of them.
    ///
    /// - Throws: the first failure, or what `deliver` throws. Renditions delivered before it stay delivered.
    package func render(
        _ source: [UInt8],
        _ plans: [RenditionPlan],
        taps: [RowTap] = [],
        operations: [Operation] = [],
        deliver: @escaping (Int, RenderedImage) throws(ImagingError) -> Void
    ) throws(ImagingError) {
        try limits.admit(byteCount: source.count)
        let structure = try ImageStructure(
            reading: source,
            toleratingDamage: toleratesDamage,
            limits: limits
        )
        let info = structure.info
        try limits.admit(info)
        let damage = SourceDamage(isTolerated: toleratesDamage, isFound: info.isDamaged)
        let picture = PicturePlan(operations: operations, renditions: plans, taps: taps)
        let end = RenderEnd(exif: info.exif, damage: damage, deliver: deliver)
        let job = try RenderJob(info, picture, limits, end)
        switch structure {
        case .jpeg(let structure): try render(source, structure, job)
        case .png(let structure): try render(source, structure, job)
        case .webp(let structure): try render(source, structure, job)
        }
    }

    private func render(
        _ source: [UInt8],
        _ structure: JPEGStructure,
        _ job: RenderJob
    ) throws(ImagingError) {
        try source.withUnsafeBufferPointer { file throws(ImagingError) in
            let reader = try JPEGReader(file, structure, limits: limits, damage: job.end.damage)
            let denominator = job.scale.denominator
            let color = structure.color(of: .rgb)
            guard reader.hasPlanes, job.takesPlanes, !color.isNeeded else {
                let decoder = try JPEGDecoder(reader, denominator: denominator)
                let color = decoder.color
                let converted =
                    decoder.hasInks ? .inks(structure.colorProfile) : color.step(structure.colorProfile)
                return try job.run(decoder, color, converted)
            }
            let decoder = try JPEGPlaneDecoder(
                reader,
                denominator: denominator,
                reducesChroma: job.subsamplesChroma
            )
            try job.run(decoder, color, color.step(structure.colorProfile))
        }
    }

    private func render(
        _ source: [UInt8],
        _ structure: PNGStructure,
        _ job: RenderJob
    ) throws(ImagingError) {
        try structure.repaired(source).withUnsafeBufferPointer { file throws(ImagingError) in
            let decoder = try PNGDecoder(file, structure, limits: limits, damage: job.end.damage)
            let color = decoder.color
            let converted = color.step(decoder.colorProfile)
            try job.run(decoder, color, converted)
        }
    }

    private func render(
        _ source: [UInt8],
        _ structure: WebPStructure,
        _ job: RenderJob
    ) throws(ImagingError) {
        guard let first = structure.frames.first else {
            return try source.withUnsafeBufferPointer { file throws(ImagingError) in
                let size = job.scale.applied(to: structure.size)
                let decoder = try WebPDecoder(
                    file,
                    structure,
                    size: size,
                    limits: limits,
                    damage: job.end.damage
                )
                let color = structure.color(of: decoder.format.layout)
                try job.run(decoder, color, color.step(structure.colorProfile))
            }
        }
        let frame = try WebPFrame(
            first,
            canvas: structure.size,
            toleratingDamage: structure.isDamaged,
            limits: limits
        )
        let still = WebPContainer(structure).still(of: frame)
        let stillStructure = try WebPStructure(reading: still)
        try still.withUnsafeBufferPointer { file throws(ImagingError) in
            // A part of the canvas is decoded unscaled, so that it keeps its place to the pixel.
            let size = frame.covers(structure.size) ? job.scale.applied(to: frame.size) : frame.size
            let decoder = try WebPDecoder(
                file,
                stillStructure,
                size: size,
                limits: limits,
                damage: job.end.damage
            )
            guard !frame.covers(structure.size) else {
                let color = structure.color(of: decoder.format.layout)
                return try job.run(decoder, color, color.step(structure.colorProfile))
            }
            let canvas = PlacedProducer(decoder, on: structure.size, left: frame.left, top: frame.top)
            let color = structure.color(of: .rgba)
            try job.run(canvas, color, color.step(structure.colorProfile))
        }
    }
}
