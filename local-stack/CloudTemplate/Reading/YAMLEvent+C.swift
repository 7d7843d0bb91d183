import CYAML

extension SourceMark {
    /// libyaml counts lines and columns from zero.
    init(_ mark: yaml_mark_t, file: String) {
        self.init(file: file, line: mark.line + 1, column: mark.column + 1)
    }
}

extension YAMLEvent {
    init(_ event: yaml_event_t, file: String) {
        let mark = SourceMark(event.start_mark, file: file)
        switch event.type {
        case YAML_STREAM_START_EVENT: self.init(kind: .streamStart, mark: mark)
        case YAML_DOCUMENT_START_EVENT: self.init(kind: .documentStart, mark: mark)
        case YAML_DOCUMENT_END_EVENT: self.init(kind: .documentEnd, mark: mark)
        case YAML_ALIAS_EVENT: self.init(kind: .alias(string(event.data.alias.anchor) ?? ""), mark: mark)
        case YAML_SCALAR_EVENT: self.init(event.data.scalar, mark)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            self.init(kind: .sequenceStart, mark: mark, anchor: string(start.anchor), tag: string(start.tag))
        case YAML_SEQUENCE_END_EVENT: self.init(kind: .sequenceEnd, mark: mark)
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            self.init(kind: .mappingStart, mark: mark, anchor: string(start.anchor), tag: string(start.tag))
        case YAML_MAPPING_END_EVENT: self.init(kind: .mappingEnd, mark: mark)
        default: self.init(kind: .streamEnd, mark: mark)
        }
    }

    private init(_ scalar: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar, _ mark: SourceMark) {
        let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        let tag = string(scalar.tag)
        self.init(
            kind: .scalar(
                TemplateScalar(
                    String(decoding: text, as: UTF8.self),
                    isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE && tag != YAML_STR_TAG
                )
            ),
            mark: mark,
            anchor: string(scalar.anchor),
            tag: tag
        )
    }
}

private func string(_ text: UnsafePointer<yaml_char_t>?) -> String? {
    text.map { String(cString: $0) }
}
