extension Resize {
    /// What was asked for and changes nothing, with the reason; nothing where all does.
    var optionsWithoutEffect: (names: [String], reason: String) {
        let ofSizes = [
            ("gravity", gravity != .center), ("filter", filter != .lanczos3), ("linearLight", linearLight),
            ("enlarge", enlarge),
        ]
        if width == nil, height == nil {
            return (ofSizes.filter(\.1).map(\.0), "without width or height")
        }
        let isPlaced = fit == .cover || fit == .contain
        return (isPlaced || gravity == .center ? [] : ["gravity"], "where fit is \(fit.rawValue)")
    }
}
