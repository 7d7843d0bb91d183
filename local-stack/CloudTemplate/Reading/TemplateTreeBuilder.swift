/// Builds the tree of one YAML document from its events: aliases written out, duplicate names refused, limits kept.
struct TemplateTreeBuilder: ~Copyable {
    private struct Anchored {
        let node: TemplateNode
        let nodeCount: Int
    }

    private var reader: YAMLEventReader
    private let limits: TemplateLimits
    private let problems = ProblemList()
    private var anchors: [String: Anchored] = [:]
    private var nodeCount = 0

    private init(_ text: [UInt8], file: String, limits: TemplateLimits) {
        reader = YAMLEventReader(text, file: file)
        self.limits = limits
    }

    /// Reads `text` as one YAML (or JSON) document; `file` names it in marks.
    ///
    /// Throws `TemplateError` with every duplicate name, or with the first thing that is not YAML or over a limit.
    static func build(
        _ text: [UInt8],
        file: String,
        limits: TemplateLimits = .standard
    ) throws(TemplateError) -> TemplateNode {
        let start = SourceMark(file: file, line: 1, column: 1)
        guard text.count <= limits.byteCount else {
            throw TemplateError([
                TemplateProblem(start, "the template is larger than \(limits.byteCount) bytes")
            ])
        }
        var builder = TemplateTreeBuilder(text, file: file, limits: limits)
        let root: TemplateNode
        do throws(TemplateProblem) {
            root = try builder.document(start)
        } catch {
            throw TemplateError(builder.problems.problems + [error])
        }
        try builder.problems.throwIfAny()
        return root
    }

    private mutating func document(_ start: SourceMark) throws(TemplateProblem) -> TemplateNode {
        _ = try reader.next()
        guard case .documentStart = try reader.next().kind else {
            throw TemplateProblem(start, "the template is empty")
        }
        let root = try node(try reader.next(), depth: 0)
        _ = try reader.next()
        let end = try reader.next()
        guard case .streamEnd = end.kind else {
            throw TemplateProblem(end.mark, "a template is one YAML document; another one begins here")
        }
        return root
    }

    private mutating func node(_ event: YAMLEvent, depth: Int) throws(TemplateProblem) -> TemplateNode {
        guard depth <= limits.depth else {
            throw TemplateProblem(event.mark, "values are nested deeper than \(limits.depth) levels")
        }
        if case .alias(let name) = event.kind { return try expansion(of: name, at: event.mark) }
        let countBefore = nodeCount
        try count(1, at: event.mark)
        let node = TemplateNode(try content(event, depth: depth), at: event.mark, tag: event.tag)
        if let anchor = event.anchor {
            anchors[anchor] = Anchored(node: node, nodeCount: nodeCount - countBefore)
        }
        return node
    }

    private mutating func content(
        _ event: YAMLEvent,
        depth: Int
    ) throws(TemplateProblem) -> TemplateNode.Content {
        switch event.kind {
        case .scalar(let scalar): .scalar(scalar)
        case .sequenceStart: .sequence(try items(depth: depth + 1))
        case .mappingStart: .mapping(TemplateMapping(try entries(depth: depth + 1)))
        default: throw TemplateProblem(event.mark, "not YAML: a value is missing")
        }
    }

    private mutating func items(depth: Int) throws(TemplateProblem) -> [TemplateNode] {
        var items: [TemplateNode] = []
        while true {
            let event = try reader.next()
            if case .sequenceEnd = event.kind { return items }
            items.append(try node(event, depth: depth))
        }
    }

    private mutating func entries(depth: Int) throws(TemplateProblem) -> [TemplateMapping.Entry] {
        var entries: [TemplateMapping.Entry] = []
        var lines: [String: Int] = [:]
        while true {
            let event = try reader.next()
            if case .mappingEnd = event.kind { return entries }
            let key = try node(event, depth: depth)
            let value = try node(try reader.next(), depth: depth)
            guard let name = self.name(of: key) else { continue }
            if let line = lines.updateValue(key.mark.line, forKey: name) {
                problems.add(key.mark, "\"\(name)\" stands here a second time; the first is in line \(line)")
            } else {
                entries.append(TemplateMapping.Entry(key: name, keyMark: key.mark, value: value))
            }
        }
    }

    private func name(of key: TemplateNode) -> String? {
        guard let scalar = key.scalar else {
            problems.add(key.mark, "a name has to be a single value, not \(key.kind)")
            return nil
        }
        if scalar.isPlain, scalar.text == "<<" {
            problems.add(key.mark, "CloudFormation does not know YAML's merge key \"<<\"")
            return nil
        }
        return scalar.text
    }

    private mutating func expansion(
        of name: String,
        at mark: SourceMark
    ) throws(TemplateProblem) -> TemplateNode {
        guard let anchored = anchors[name] else {
            throw TemplateProblem(mark, "the alias *\(name) names no anchor that is complete before it")
        }
        try count(anchored.nodeCount, at: mark)
        return anchored.node
    }

    private mutating func count(_ more: Int, at mark: SourceMark) throws(TemplateProblem) {
        nodeCount += more
        if nodeCount > limits.nodeCount {
            throw TemplateProblem(
                mark,
                "the template holds more than \(limits.nodeCount) values, aliases written out"
            )
        }
    }
}
