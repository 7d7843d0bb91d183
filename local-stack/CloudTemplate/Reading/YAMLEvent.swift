/// One event of libyaml's parser, taken out of C.
struct YAMLEvent {
    enum Kind {
        case streamStart, streamEnd, documentStart, documentEnd
        case alias(String)
        case scalar(TemplateScalar)
        case sequenceStart, sequenceEnd
        case mappingStart, mappingEnd
    }

    let kind: Kind
    let mark: SourceMark
    var anchor: String?
    var tag: String?
}
