import LocalStore

/// A rule of a bucket's lifecycle: which objects and uploads end when.
struct LifecycleRule: Sendable, Hashable {
    let prefix: String
    /// Days after which an object ends; nil where objects do not.
    let expirationDays: Int?
    /// Days after which an upload ends that was not completed; nil where uploads do not.
    let abortionDays: Int?

    /// The enabled rules of a `LifecycleConfiguration`.
    static func enabled(in root: XMLTree) -> [LifecycleRule] {
        root.all("Rule").filter { $0["Status"]?.text == "Enabled" }.map(LifecycleRule.init)
    }

    /// Whether all that the document asks for is done here.
    static func isAccepted(_ root: XMLTree) -> Bool {
        let rules = root.all("Rule")
        return !rules.isEmpty && rules.count == root.children.count && rules.allSatisfy(isAccepted(rule:))
    }

    private init(_ rule: XMLTree) {
        prefix = (rule["Filter"]?["Prefix"] ?? rule["Prefix"])?.text ?? ""
        expirationDays = rule["Expiration"]?["Days"].flatMap { Int($0.text) }
        abortionDays = rule["AbortIncompleteMultipartUpload"]?["DaysAfterInitiation"]
            .flatMap { Int($0.text) }
    }

    /// AWS takes what fits into 32 bits.
    private static let possibleDays = 1...Int(Int32.max)

    private static let acceptedNames: Set<String> = [
        "ID", "Status", "Prefix", "Filter", "Expiration", "AbortIncompleteMultipartUpload",
        // There are no versions that it could end.
        "NoncurrentVersionExpiration",
    ]

    /// Transitions, dates, sizes and tags are not acted on.
    private static func isAccepted(rule: XMLTree) -> Bool {
        let filters = rule["Filter"]?.children.map(\.name) ?? []
        let expirations = rule["Expiration"]?.children.map(\.name) ?? []
        let days = [
            rule["Expiration"]?["Days"], rule["AbortIncompleteMultipartUpload"]?["DaysAfterInitiation"],
        ]
        return rule.children.allSatisfy { acceptedNames.contains($0.name) }
            && filters.allSatisfy { $0 == "Prefix" }
            && expirations.allSatisfy { $0 == "Days" || $0 == "ExpiredObjectDeleteMarker" }
            && days.compactMap(\.self).allSatisfy { (Int($0.text).map(possibleDays.contains) ?? false) }
            && ["Enabled", "Disabled"].contains(rule["Status"]?.text)
    }
}
