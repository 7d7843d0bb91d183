extension ProcessingRequest {
    /// Reads what a caller wrote.
    ///
    /// - Parameter bytes: JSON text of at most 256 KiB.
    /// - Throws: ``InvalidRequest`` with every problem, each with its place.
    package init(reading bytes: [UInt8]) throws(InvalidRequest) {
        try self.init(reading: try JSONValue(readingDocument: bytes))
    }

    /// Reads a request whose source is known otherwise: whatever it says of its own, or nothing, is passed over.
    ///
    /// - Throws: ``InvalidRequest`` with every problem, each with its place.
    package init(reading bytes: [UInt8], sourceKey: String) throws(InvalidRequest) {
        var value = try JSONValue(readingDocument: bytes)
        if var members = value.members {
            members["source"] = .object(["key": .string(sourceKey)])
            value = .object(members)
        }
        try self.init(reading: value)
    }

    /// Reads a request from its JSON value.
    ///
    /// - Throws: ``InvalidRequest`` with every problem, each with its place.
    package init(reading value: JSONValue) throws(InvalidRequest) {
        let problems = ProblemList()
        let request: ProcessingRequest? = ObjectReader.read(value, at: .root, problems: problems)
        request?.reportExcessLogos(to: problems)
        guard problems.isEmpty, let request else { throw InvalidRequest(problems: problems.report) }
        self = request
    }
}

extension ProcessingRequest: ReadableObject {
    init?(reading reader: ObjectReader) {
        reader.require("source")
        if !["renditions", "preset", "puzzle"].contains(where: reader.has) {
            reader.refuse("renditions", .missing, "is required unless there is a preset or a puzzle")
        }
        requestId = reader.text("requestId")
        let source: ImageSource? = reader.object("source")
        operations = reader.objects("operations", count: 0...Operation.maximumCount) ?? []
        renditions = reader.objects("renditions", count: 1...Self.maximumRenditionCount) ?? []
        preset = reader.text("preset")
        puzzle = reader.object("puzzle")
        notify = reader.object("notify")
        retention = reader.choice("retention") ?? .keep
        attributes = reader.object("attributes") ?? .none
        tolerant = reader.bool("tolerant") ?? false
        reader.refuseRepeatedNames()
        guard let source else { return nil }
        self.source = source
    }
}
