/// The rules by which a bucket's objects and uploads end, as a deployment gives them.
package struct BucketLifecycle: Sendable, Hashable {
    /// One rule.
    package struct Rule: Sendable, Hashable {
        /// The beginning of the keys that it is about.
        package var prefix = ""
        /// Whether it is followed.
        package var isEnabled = true
        /// Days after which an object ends; nil where objects do not.
        package var expirationDays: Int?
        /// Days after which an upload ends that was not completed; nil where uploads do not.
        package var abortionDays: Int?

        /// A rule for all keys that ends nothing.
        package init() {}
    }

    /// The rules.
    package var rules: [Rule]

    /// The lifecycle of those rules.
    package init(rules: [Rule] = []) {
        self.rules = rules
    }

    /// The body of a `PutBucketLifecycleConfiguration` request.
    package var document: [UInt8] {
        XMLTree(document: "LifecycleConfiguration", rules.map(Self.element)).document
    }

    private static func element(_ rule: Rule) -> XMLTree {
        var elements = [
            XMLTree("Status", rule.isEnabled ? "Enabled" : "Disabled"),
            XMLTree("Filter", [XMLTree("Prefix", rule.prefix)]),
        ]
        if let days = rule.expirationDays {
            elements.append(XMLTree("Expiration", [XMLTree("Days", String(days))]))
        }
        if let days = rule.abortionDays {
            let content = [XMLTree("DaysAfterInitiation", String(days))]
            elements.append(XMLTree("AbortIncompleteMultipartUpload", content))
        }
        return XMLTree("Rule", elements)
    }
}
