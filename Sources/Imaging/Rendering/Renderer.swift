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
    /// What is left for resampling behind a decode at a smaller scale; nil, the standard, but in measurements.
    package var headRoom: Double?
    /// On how many threads WebP files are encoded; nil, the standard, for one on each processor of this process.
    package var threadCount: UInt32?

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
        let operations = operations.withoutIdle(on: info.size)
        let plans = operations.isEmpty ? plans.map { $0.withoutIdleOperations(on: info.size) } : plans
        let wanted = PicturePlan(operations: operations, renditions: plans, taps: taps, headRoom: headRoom)
        let picture = wanted.coded(like: structure, isDamaged: info.isDamaged)
        let source = RenderSource(bytes: source, structure: structure, info: info, limits: limits)
        let reuse = try SourceReuse(of: source, for: plans, after: operations)
        let damage = SourceDamage(isTolerated: toleratesDamage, isFound: info.isDamaged)
        func end(_ indices: [Int]) -> RenderEnd {
            let webps = threadCount.map(WebPBatch.init) ?? WebPBatch()
            return RenderEnd(info, damage, webps: webps) { place, image throws(ImagingError) in
                try deliver(indices[place], image)
            }
        }
        guard !reuse.indices.isEmpty else { return try source.render(picture, end(reuse.others)) }
        // Only a decode shows whether a file is whole.
        let others = picture.keeping(reuse.others, orElse: .check(info.size))
        try source.render(others, end(reuse.others))
        guard !damage.isFound else {
            let kept = wanted.keeping(reuse.indices).coded(like: structure, isDamaged: true)
            return try source.render(kept, end(reuse.indices))
        }
        for index in reuse.indices { try deliver(index, try reuse.image(plans[index], of: source)) }
    }
}
