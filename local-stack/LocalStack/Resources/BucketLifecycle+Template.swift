import CloudTemplate
import LocalS3

extension BucketLifecycle {
    /// Reads `LifecycleConfiguration`; a rule with a filter that is not understood is left out, lest it end too much.
    init(_ reader: PropertyReader?) {
        self.init(rules: reader?.readers("Rules").compactMap { Rule($0) } ?? [])
    }
}

extension BucketLifecycle.Rule {
    private static let possibleDays = 1...Int(Int32.max)

    fileprivate init?(_ reader: PropertyReader) {
        guard !["TagFilters", "ObjectSizeGreaterThan", "ObjectSizeLessThan"].contains(where: reader.holds)
        else { return nil }
        self.init()
        reader.acknowledge("Id")
        prefix = reader.text("Prefix") ?? ""
        isEnabled = reader.word("Status", of: ["Enabled", "Disabled"]) != "Disabled"
        expirationDays = reader.integer("ExpirationInDays", in: Self.possibleDays)
        abortionDays = reader.reader("AbortIncompleteMultipartUpload")?
            .integer("DaysAfterInitiation", in: Self.possibleDays)
    }
}
