/// Puts resources after those that they need, otherwise in the order of the template.
struct DependencyOrder {
    private var ids: [String] = []
    private var marks: [String: SourceMark] = [:]
    private var needs: [String: [String]] = [:]

    /// Adds a resource that needs others.
    mutating func add(_ id: String, at mark: SourceMark, after others: Set<String>) {
        ids.append(id)
        marks[id] = mark
        needs[id] = others.sorted()
    }

    /// All resources in order; a circle is added to the problems once.
    func sorted(problems: ProblemList) -> [String] {
        var visit = Visit()
        for id in ids { self.visit(id, &visit, problems) }
        return visit.done
    }

    private struct Visit {
        var done: [String] = []
        var isDone: Set<String> = []
        var path: [String] = []
    }

    private func visit(_ id: String, _ visit: inout Visit, _ problems: ProblemList) {
        guard let needs = needs[id], let mark = marks[id], !visit.isDone.contains(id) else { return }
        if let start = visit.path.firstIndex(of: id) {
            let circle = (visit.path[start...] + [id]).joined(separator: " → ")
            return problems.add(mark, "resources depend on each other in a circle: \(circle)")
        }
        visit.path.append(id)
        for other in needs { self.visit(other, &visit, problems) }
        visit.path.removeLast()
        if visit.isDone.insert(id).inserted { visit.done.append(id) }
    }
}
