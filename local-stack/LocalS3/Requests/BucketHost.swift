/// Reads the bucket out of a host's name, such as `photos.localhost:4566` or `photos.s3.us-east-1.localhost`.
enum BucketHost {
    /// Names under which the local stack is reached; what stands before them is `bucket`, `s3` or `bucket.s3.region`.
    private static let bases = ["localhost.localstack.cloud", "localhost", "amazonaws.com"]

    /// The bucket; nil where the path has to give it.
    static func bucket(in host: String) -> String? {
        let name = host.split(separator: ":").first.map { $0.lowercased() } ?? ""
        guard let base = bases.first(where: { name.hasSuffix("." + $0) }) else { return nil }
        var labels = name.dropLast(base.count + 1).split(separator: ".", omittingEmptySubsequences: false)
        // `s3-eu-west-1` stands for the endpoint only in AWS's own old names; elsewhere it is a bucket's.
        let isOld = base == "amazonaws.com"
        if let endpoint = labels.lastIndex(where: { $0 == "s3" || (isOld && $0.hasPrefix("s3-")) }),
            endpoint >= labels.count - 2
        {
            labels.removeSubrange(endpoint...)
        }
        return labels.isEmpty ? nil : labels.joined(separator: ".")
    }
}
