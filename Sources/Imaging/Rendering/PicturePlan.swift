/// Everything that is made of one source.
struct PicturePlan {
    /// Edits before all renditions.
    let operations: [Operation]
    /// The files.
    let renditions: [RenditionPlan]
    /// The pictures whose rows go to consumers.
    let taps: [RowTap]
    /// How many decoded pixels a resampled one is made from at least, along a side; nil for the standard.
    let headRoom: Double?
}

extension PicturePlan {
    /// The same with renditions as fine as the source, where they were to be the source and nothing else asks for a new encode.
    func coded(like source: ImageStructure, isDamaged: Bool) -> PicturePlan {
        guard operations.isEmpty else { return self }
        return PicturePlan(
            operations: operations,
            renditions: renditions.map { $0.coded(like: source, isDamaged: isDamaged) },
            taps: taps,
            headRoom: headRoom
        )
    }

    /// The same with the least effort for all renditions that leave it open; nil where none does.
    var withLeastEffort: PicturePlan? {
        let lighter = renditions.map(\.withLeastEffort)
        guard lighter != renditions else { return nil }
        return PicturePlan(operations: operations, renditions: lighter, taps: taps, headRoom: headRoom)
    }

    /// Some of the renditions, without the rest.
    func keeping(_ indices: [Int]) -> PicturePlan {
        PicturePlan(
            operations: operations,
            renditions: indices.map { renditions[$0] },
            taps: [],
            headRoom: headRoom
        )
    }

    /// Some of the renditions and all taps; `check` where that is nothing.
    func keeping(_ indices: [Int], orElse check: RowTap) -> PicturePlan {
        let isNothing = indices.isEmpty && taps.isEmpty
        let kept = indices.map { renditions[$0] }
        return PicturePlan(
            operations: operations,
            renditions: kept,
            taps: isNothing ? [check] : taps,
            headRoom: headRoom
        )
    }
}
