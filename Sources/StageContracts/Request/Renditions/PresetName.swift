/// The name of a set of outputs that the configuration holds.
package struct PresetName: ReadableText, Hashable {
    package let text: String

    init(reading text: String) throws(TextRefusal) {
        let presets = Configuration.shipped.presets
        guard presets[text] != nil else {
            throw TextRefusal(
                "must be one of \(presets.keys.sorted().joined(separator: ", "))",
                code: .notAllowed
            )
        }
        self.text = text
    }
}
