extension ObjectReader {
    /// Two renditions of one name would overwrite each other.
    func refuseRepeatedNames() {
        guard case .array(let elements)? = value("renditions") else { return }
        var seen: Set<String> = []
        for (index, element) in elements.enumerated() {
            guard let name = element.members?["name"]?.text, !seen.insert(name).inserted else { continue }
            let place = pointer.appending("renditions").appending(index).appending("name")
            problems.add(place, .duplicate, "is the name of an earlier rendition")
        }
    }
}
