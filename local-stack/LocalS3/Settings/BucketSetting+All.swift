extension BucketSetting {
    /// All settings by the items that select them.
    static let all = Dictionary(uniqueKeysWithValues: (kept + withoutEffect + refused).map { ($0.name, $0) })

    /// Those that are acted on, or that describe what is so anyway: they are kept whatever they say.
    private static let kept = [
        BucketSetting(
            "lifecycle",
            "LifecycleConfiguration",
            absent: "NoSuchLifecycleConfiguration",
            "The lifecycle configuration does not exist"
        ) { LifecycleRule.isAccepted($0) },
        BucketSetting(
            "tagging",
            "Tagging",
            absent: "NoSuchTagSet",
            "The TagSet does not exist"
        ) { (try? ObjectTag.list($0, maximum: ObjectTag.maximumOfBucket)) != nil },
        // Nothing is public here: policies can only forbid, and access control lists are not accepted.
        BucketSetting(
            "publicAccessBlock",
            "PublicAccessBlockConfiguration",
            absent: "NoSuchPublicAccessBlockConfiguration",
            "The public access block configuration was not found"
        ) { _ in true },
        BucketSetting(
            "ownershipControls",
            "OwnershipControls",
            absent: "OwnershipControlsNotFoundError",
            "The bucket ownership controls were not found"
        ) { _ in true },
        // Put and checked by an action of its own.
        BucketSetting(
            "policy",
            "Policy",
            absent: "NoSuchBucketPolicy",
            "The bucket policy does not exist"
        ) { _ in false },
        // How the cloud keeps bytes at rest; who reads an object does not see it.
        BucketSetting("encryption", "ServerSideEncryptionConfiguration", [defaultEncryption]) { _ in true },
    ]

    /// Those of which only the value is accepted that every bucket begins with.
    private static let withoutEffect = [
        BucketSetting("versioning", "VersioningConfiguration") {
            $0["Status"]?.text != "Enabled" && $0["MfaDelete"]?.text != "Enabled"
        },
        BucketSetting("notification", "NotificationConfiguration") { $0.children.isEmpty },
        BucketSetting("logging", "BucketLoggingStatus") { $0.children.isEmpty },
        BucketSetting("accelerate", "AccelerateConfiguration") { $0["Status"]?.text != "Enabled" },
        BucketSetting("requestPayment", "RequestPaymentConfiguration", [XMLTree("Payer", "BucketOwner")]) {
            $0["Payer"]?.text == "BucketOwner"
        },
    ]

    /// Those that would have an effect which is not there.
    private static let refused = [
        BucketSetting(
            "cors",
            "CORSConfiguration",
            absent: "NoSuchCORSConfiguration",
            "The CORS configuration does not exist"
        ) { _ in false },
        BucketSetting(
            "policyStatus",
            "PolicyStatus",
            absent: "NoSuchBucketPolicy",
            "The bucket policy does not exist"
        ) { _ in false },
        BucketSetting(
            "website",
            "WebsiteConfiguration",
            absent: "NoSuchWebsiteConfiguration",
            "The specified bucket does not have a website configuration"
        ) { _ in false },
        BucketSetting(
            "replication",
            "ReplicationConfiguration",
            absent: "ReplicationConfigurationNotFoundError",
            "The replication configuration was not found"
        ) { _ in false },
        BucketSetting(
            "object-lock",
            "ObjectLockConfiguration",
            absent: "ObjectLockConfigurationNotFoundError",
            "Object Lock configuration does not exist for this bucket"
        ) { _ in false },
    ]

    private static let defaultEncryption = XMLTree(
        "Rule",
        [
            XMLTree("ApplyServerSideEncryptionByDefault", [XMLTree("SSEAlgorithm", "AES256")]),
            XMLTree("BucketKeyEnabled", "false"),
        ]
    )
}
