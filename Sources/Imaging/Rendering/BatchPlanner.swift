/// Plans what the rows of a source become.
struct BatchPlanner {
    /// What is made of it.
    let picture: PicturePlan
    /// What that may cost.
    let limits: ImageLimits
    /// Where it goes.
    let end: RenderEnd

    /// What becomes of rows from a decoder of that `ability`: the renditions, or one picture to be edited by `chain` first.
    func batch(
        of source: SourceGeometry,
        _ ability: DecodeScale.Ability,
        after chain: OperationChain
    ) throws(ImagingError) -> RenditionBatch {
        if chain.isEmpty {
            let batch = try RenditionBatch(picture, of: source, ability, limits)
            if batch.needsNoStepBetween { return batch }
        }
        let (size, chainByteCount, chainWork) = try chain.admit(source.size, limits)
        let hasAlpha = source.hasAlpha || chain.addsAlpha
        let planned = try batch(ofEdited: size, hasAlpha)
        let byteCount = chainByteCount + planned.memoryByteCount
        let work = chainWork + planned.work
        let edits = try RenderItem(editing: source, memoryByteCount: byteCount, work: work) {
            rows,
            color throws(ImagingError) in
            try chain.consumer(of: rows, limits: limits, end.journal) { format throws(ImagingError) in
                try batch(ofEdited: format.size, hasAlpha).consumers(
                    of: [PlaneGrid(whole: format)],
                    color,
                    end
                )[0]
            }
        }
        return RenditionBatch([edits], of: source, ability, limits)
    }

    /// What becomes of an edited picture of `size`, which cannot be had smaller.
    private func batch(
        ofEdited size: PixelSize,
        _ hasAlpha: Bool
    ) throws(ImagingError) -> RenditionBatch {
        try RenditionBatch(picture, of: SourceGeometry(size, hasAlpha: hasAlpha), .none, limits)
    }
}
