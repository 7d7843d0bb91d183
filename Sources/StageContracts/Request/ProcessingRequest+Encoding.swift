extension ProcessingRequest {
    private enum CodingKeys: String, CodingKey {
        case requestId
        case source
        case operations
        case renditions
        case preset
        case puzzle
        case notify
        case retention
        case attributes
        case tolerant
    }

    /// What is written is read again: a list of renditions, where there is one, is not empty.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(requestId, forKey: .requestId)
        try container.encode(source, forKey: .source)
        try container.encode(operations, forKey: .operations)
        if !renditions.isEmpty { try container.encode(renditions, forKey: .renditions) }
        try container.encodeIfPresent(preset, forKey: .preset)
        try container.encodeIfPresent(puzzle, forKey: .puzzle)
        try container.encodeIfPresent(notify, forKey: .notify)
        try container.encode(retention, forKey: .retention)
        try container.encode(attributes, forKey: .attributes)
        try container.encode(tolerant, forKey: .tolerant)
    }
}
