import StageContracts

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

extension Record {
    /// The outputs by what they look like, in the order of the first of each; the largest of each comes first.
    ///
    /// The original is left out, since it is somebody else's file, and so are a puzzle's sheets: they show pieces only.
    var looks: [[Output]] {
        var looks: [(look: Look, outputs: [Output])] = []
        for output in outputs where output.name != Preset.originalName && !isSheet(output) {
            let look = Look(of: output)
            if let index = looks.firstIndex(where: { $0.look.isLike(look) }) {
                looks[index].outputs.append(output)
            } else {
                looks.append((look, [output]))
            }
        }
        return looks.map { $0.outputs.sorted { $0.width * $0.height > $1.width * $1.height } }
    }

    private func isSheet(_ output: Output) -> Bool { puzzle?.sheets.contains(output.name) ?? false }
}
