import CYAML

/// Owner of one `yaml_parser_t` that turns text into events.
///
/// After a failure every further call throws the same problem.
struct YAMLEventReader: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let file: String
    private var failure: TemplateProblem?

    /// Prepares to read `text`; `file` names it in marks.
    init(_ text: [UInt8], file: String) {
        self.file = file
        input = .allocate(capacity: max(text.count, 1))
        _ = input.initialize(from: text)
        parser = .allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else { preconditionFailure("no memory for a YAML parser") }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, text.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    /// The next event (`yaml_parser_parse`).
    ///
    /// Throws `TemplateProblem` where the text is not YAML.
    mutating func next() throws(TemplateProblem) -> YAMLEvent {
        if let failure { throw failure }
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else {
            let problem = syntaxProblem()
            failure = problem
            throw problem
        }
        defer { yaml_event_delete(&event) }
        return YAMLEvent(event, file: file)
    }

    private func syntaxProblem() -> TemplateProblem {
        let state = parser.pointee
        let problem = state.problem.map { String(cString: $0) } ?? "not YAML"
        guard state.error != YAML_READER_ERROR else {
            return TemplateProblem(mark(ofByte: state.problem_offset), "not YAML: \(problem)")
        }
        let begin = state.context_mark.line + 1
        let context = state.context.map { "\(String(cString: $0)) begun in line \(begin): " } ?? ""
        return TemplateProblem(SourceMark(state.problem_mark, file: file), "not YAML: \(context)\(problem)")
    }

    /// libyaml's reader knows the byte of a wrong encoding, not its line.
    private func mark(ofByte offset: Int) -> SourceMark {
        let before = input.prefix(offset)
        let column = before.count - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
        return SourceMark(file: file, line: 1 + before.count { $0 == UInt8(ascii: "\n") }, column: column + 1)
    }
}
