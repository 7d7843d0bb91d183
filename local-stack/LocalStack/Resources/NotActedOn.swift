import CloudTemplate

/// What a template says and the local stack does nothing about.
struct NotActedOn: Sendable {
    /// Properties that the same resources of one type have.
    struct Group: Sendable, Equatable {
        let type: String
        var paths: [String]
        let resources: [String]
    }

    private(set) var sections: [String]
    /// Resources of types that are not known here, by type in the order of the template.
    private(set) var types: [(type: String, resources: [String])] = []
    private var properties: [Group] = []

    init(sections: [PropertyLeftover]) {
        self.sections = sections.map(\.path)
    }

    /// Adds a resource of which nothing is made.
    mutating func add(_ resource: StackResource) {
        if let index = types.firstIndex(where: { $0.type == resource.type }) {
            types[index].resources.append(resource.logicalID)
        } else {
            types.append((resource.type, [resource.logicalID]))
        }
    }

    /// Adds what nobody read of a resource.
    mutating func add(_ leftovers: [PropertyLeftover], of resource: StackResource) {
        for leftover in leftovers {
            let index = properties.firstIndex { $0.type == resource.type && $0.paths == [leftover.path] }
            let before = index.map { properties.remove(at: $0).resources } ?? []
            properties.append(
                Group(type: resource.type, paths: [leftover.path], resources: before + [resource.logicalID])
            )
        }
    }

    /// Properties that nobody read, by type; those of the same resources stand together.
    var groups: [Group] {
        let ordered = properties.sorted { ($0.type, $0.paths[0]) < ($1.type, $1.paths[0]) }
        return ordered.reduce(into: []) { groups, property in
            let index = groups.firstIndex { $0.type == property.type && $0.resources == property.resources }
            if let index { groups[index].paths += property.paths } else { groups.append(property) }
        }
    }

    /// One line for each thing, for people; empty if everything is acted on.
    var lines: [String] {
        sections.map { "  the section \($0)" }
            + types.map { "  \($0.type): \($0.resources.joined(separator: ", "))" }
            + groups.map { group in
                let paths = group.paths.joined(separator: ", ")
                return "  \(paths) of \(group.type): \(group.resources.joined(separator: ", "))"
            }
    }
}
