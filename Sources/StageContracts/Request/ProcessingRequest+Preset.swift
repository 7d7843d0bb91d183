extension ProcessingRequest {
    /// The preset that is asked for.
    private var presetSet: Preset? { preset.flatMap { Configuration.shipped.presets[$0.text] } }

    private var listedNames: Set<String> { Set(renditions.map(\.name.text)) }

    /// Everything that is to be made: the renditions listed, and those of the preset that have no namesake among them.
    package var allRenditions: [Rendition] { renditions + presetRenditions }

    /// The preset's outputs among all that were made, for a web page; nil without a preset.
    package func sourceSet(of outputs: [Output]) -> SourceSet? {
        let names = Set(presetRenditions.map(\.name.text))
        let chosen = outputs.filter { names.contains($0.name) }
        return chosen.isEmpty ? nil : SourceSet(chosen)
    }

    /// The renditions that come from the preset.
    package var presetRenditions: [Rendition] {
        (presetSet?.renditions ?? []).filter { !listedNames.contains($0.name.text) }
    }

    /// Whether the original, byte for byte, is one of the outputs; not where it is to be discarded.
    package var outputsOriginal: Bool {
        presetSet?.includesOriginal == true && retention != .discard
            && !listedNames.contains(Preset.originalName)
    }
}
