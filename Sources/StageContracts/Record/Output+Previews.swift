extension [Output] {
    /// The most outputs that a mail shows: mailboxes are small.
    private static var maximumPreviewCount: Int { 4 }

    /// The outputs that a mail shows, which are those that need a preview: the largest of each look, in the order in which
    /// the looks come first.
    ///
    /// The original is left out, since it is somebody else's file, and so are a puzzle's sheets: they show pieces only.
    package func previewed(with puzzle: CutPuzzle?) -> [Output] {
        var shown: [(look: Look, output: Output)] = []
        for output in self where output.name != Preset.originalName {
            guard puzzle?.sheets.contains(output.name) != true else { continue }
            let look = Look(of: output)
            guard let index = shown.firstIndex(where: { $0.look.isLike(look) }) else {
                shown.append((look, output))
                continue
            }
            if output.pixelCount > shown[index].output.pixelCount { shown[index].output = output }
        }
        return shown.prefix(Self.maximumPreviewCount).map(\.output)
    }
}

extension Output {
    /// The most bytes of a preview: mailboxes are small.
    package static let maximumPreviewByteCount = 131_072

    fileprivate var pixelCount: Int { width * height }
}
