/// Everything that is made of one source.
struct PicturePlan {
    /// Edits before all renditions.
    let operations: [Operation]
    /// The files.
    let renditions: [RenditionPlan]
    /// The pictures whose rows go to consumers.
    let taps: [RowTap]
}
