/// What an installation decides for all its callers: `pipeline.json`, which is built into the program.
package struct Configuration: Equatable, Sendable {
    /// The sets of outputs that a request may name.
    package let presets: [String: Preset]
    /// The values that attributes of certain names may have; other names are free.
    package let attributeValues: [String: [String]]
}

extension Configuration {
    /// The configuration of this build.
    package static let shipped: Configuration = {
        do throws(InvalidRequest) {
            return try Configuration(reading: PackageResources.pipeline_json)
        } catch {
            preconditionFailure("pipeline.json: \(error.problems)")
        }
    }()

    /// Reads a configuration.
    ///
    /// - Throws: ``InvalidRequest`` with every problem, each with its place.
    package init(reading bytes: [UInt8]) throws(InvalidRequest) {
        let problems = ProblemList()
        let value = try JSONValue(readingDocument: bytes)
        let read: Configuration? = ObjectReader.read(value, at: .root, problems: problems)
        guard problems.isEmpty, let read else { throw InvalidRequest(problems: problems.report) }
        self = read
    }
}

extension Configuration: ReadableObject {
    init?(reading reader: ObjectReader) {
        reader.require("presets", "attributes")
        let presets: NamedObjects<Preset>? = reader.object("presets")
        self.presets = presets?.values ?? [:]
        let attributes: AttributeRules? = reader.object("attributes")
        attributeValues = attributes?.values ?? [:]
    }
}
