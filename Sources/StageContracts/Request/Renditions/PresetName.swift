/// The name of a set of outputs that the configuration holds.
package struct PresetName: ReadableText, Hashable {
    package let text: String

    init(reading text: String) throws(TextRefusal) {
        let presets = Configuration.shipped.presets
        guard presets[text] != nil else {
            let names = presets.keys.sorted().joined(separator: ", ")
            throw TextRefusal("must be \(presets.count > 1 ? "one of " : "")\(names)", code: .notAllowed)
        }
        self.text = text
    }
}
