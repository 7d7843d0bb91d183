/// A source that was admitted, and how each format's decoder is opened for a job.
struct RenderSource {
    /// The whole file.
    let bytes: [UInt8]
    /// Its parts.
    let structure: ImageStructure
    /// What its header says.
    let info: ImageInfo
    /// What a job may cost.
    let limits: ImageLimits

    /// Decodes once, and makes all of `picture`.
    func render(_ picture: PicturePlan, _ end: RenderEnd) throws(ImagingError) {
        let job = try job(picture, end)
        switch structure {
        case .jpeg(let structure): try render(structure, job)
        case .png(let structure): try render(structure, job)
        case .webp(let structure): try render(structure, job)
        }
    }

    /// The job as it was asked for; with less effort where that takes too long and may be.
    private func job(_ picture: PicturePlan, _ end: RenderEnd) throws(ImagingError) -> RenderJob {
        do {
            return try RenderJob(info, picture, limits: limits, end: end)
        } catch {
            let isTooMuch = [.tooMuchWork, .tooMuchMemory].contains(error.code)
            guard isTooMuch, let lighter = picture.withLeastEffort else { throw error }
            return try RenderJob(info, lighter, limits: limits, end: end)
        }
    }

    private func render(_ structure: JPEGStructure, _ job: RenderJob) throws(ImagingError) {
        try bytes.withUnsafeBufferPointer { file throws(ImagingError) in
            let reader = try JPEGReader(file, structure, limits: limits, damage: job.end.damage)
            let denominator = job.scale.denominator
            let color = structure.color(of: .rgb)
            guard reader.hasPlanes, job.takesPlanes, !color.isNeeded else {
                let decoder = try JPEGDecoder(reader, denominator: denominator)
                let color = decoder.color
                let profile = color.isIgnored ? nil : structure.colorProfile
                let converted = decoder.hasInks ? .inks(profile) : color.step(profile)
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

    private func render(_ structure: PNGStructure, _ job: RenderJob) throws(ImagingError) {
        try structure.repaired(bytes).withUnsafeBufferPointer { file throws(ImagingError) in
            let decoder = try PNGDecoder(file, structure, limits: limits, damage: job.end.damage)
            let converted = decoder.color.step(decoder.colorProfile(structure))
            let color = decoder.remainingColor
            try job.run(decoder, color, converted)
        }
    }

    private func render(_ structure: WebPStructure, _ job: RenderJob) throws(ImagingError) {
        guard let frame = structure.firstFrame else {
            return try bytes.withUnsafeBufferPointer { file throws(ImagingError) in
                try render(try opened(file, structure, for: job), of: structure, job)
            }
        }
        let canvas = structure.size
        let still = WebPContainer(structure).still(of: frame)
        let part = try WebPStructure(reading: still)
        try still.withUnsafeBufferPointer { file throws(ImagingError) in
            let reader = try opened(file, part, for: job)
            guard !frame.covers(canvas) else { return try render(reader, of: structure, job) }
            // A part of the canvas is decoded unscaled, so that it keeps its place to the pixel.
            let decoder = try WebPDecoder(reader, size: frame.size)
            try run(PlacedProducer(decoder, on: canvas, left: frame.left, top: frame.top), structure, job)
        }
    }

    private func opened(
        _ file: UnsafeBufferPointer<UInt8>,
        _ structure: WebPStructure,
        for job: RenderJob
    ) throws(ImagingError) -> WebPReader {
        try WebPReader(file, structure, limits: limits, damage: job.end.damage)
    }

    /// Renders all of a picture, as planes where they are stored and wanted.
    private func render(
        _ reader: WebPReader,
        of structure: WebPStructure,
        _ job: RenderJob
    ) throws(ImagingError) {
        let color = structure.color(of: .rgb)
        let isWhole = job.scale.denominator == 1
        guard isWhole, reader.hasPlanes, job.takesPlanes, !color.isNeeded else {
            let size = WebPDecoder.size(of: reader.size, at: job.scale)
            return try run(try WebPDecoder(reader, size: size), structure, job)
        }
        try job.run(try WebPPlaneDecoder(reader), color, color.step(structure.colorProfile))
    }

    private func run<Decoder: RowDecoder & ~Copyable>(
        _ decoder: consuming Decoder,
        _ structure: WebPStructure,
        _ job: RenderJob
    ) throws(ImagingError) {
        let color = structure.color(of: decoder.format.layout)
        try job.run(decoder, color, color.step(structure.colorProfile))
    }
}
