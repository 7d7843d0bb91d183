/// What an output looks like, however many pixels it has: a mail need not show the same picture twice.
struct Look {
    /// What makes files and sizes of a picture, and not another picture.
    private static let invisible: Set = ["orient", "convertProfile", "resize", "extend", "flatten", "encode"]

    private let width: Int
    private let height: Int
    private let changes: [AppliedOperation]

    /// The look of an output.
    init(of output: Output) {
        (width, height) = (output.width, output.height)
        changes = (output.operations ?? []).filter { !Self.invisible.contains($0.name) }
    }

    /// Whether two pictures show the same: what was done to them is the same, and so is their shape, but for the
    /// rounding of sides.
    func isLike(_ other: Look) -> Bool {
        let rounding = width + height + other.width + other.height
        return abs(width * other.height - other.width * height) <= rounding && changes == other.changes
    }
}
