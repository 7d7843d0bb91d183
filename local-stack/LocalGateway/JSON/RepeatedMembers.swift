import LocalJSON

/// Where members of one name stand twice in an object; a value that was read has only the last of them.
enum RepeatedMembers {
    /// More places than this help nobody.
    private static let maximumCount = 100

    /// The places as JSON pointers, each once; none where the text is no JSON.
    static func places(in text: [UInt8]) -> [String] {
        let value = try? JSONReader<Places>.read(text)
        return (value?.steps ?? []).map { $0.reversed().map(SchemaProblem.step).joined() }
    }

    /// A value of which only these places matter.
    private struct Places: JSONReadable {
        static let null = Places()

        /// The steps to each place, the last one first.
        var steps: [[String]] = []

        static func bool(_ flag: Bool) -> Places { null }
        static func number(_ text: String) -> Places { null }
        static func string(_ text: String) -> Places { null }

        static func array(_ elements: [Places]) -> Places {
            var found = Places()
            for (index, element) in elements.enumerated() { found.add(element, at: String(index)) }
            return found
        }

        static func object(named members: [(name: String, value: Places)]) -> Places {
            var found = Places()
            var (seen, repeated): (Set<String>, Set<String>) = ([], [])
            for (name, value) in members {
                let isNew = !seen.insert(name).inserted && repeated.insert(name).inserted
                if isNew { found.add(Places(steps: [[]]), at: name) }
                found.add(value, at: name)
            }
            return found
        }

        private mutating func add(_ inner: Places, at step: String) {
            for place in inner.steps.prefix(maximumCount - steps.count) { steps.append(place + [step]) }
        }
    }
}
