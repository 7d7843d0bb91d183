import LocalHTTP
import LocalServiceKit
import LocalStore

/// Lists the buckets of an account.
struct ListBuckets: S3Action {
    private let account: String
    private let prefix: String
    private let start: String
    private let maximum: Int

    init(_ call: S3Call) throws(ServiceError) {
        account = call.location.account
        prefix = call.request.item("prefix") ?? ""
        start = call.request.item("continuation-token") ?? ""
        maximum = try call.request.number("max-buckets", in: 1...10_000) ?? 10_000
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let buckets = try database.all(
            BucketRecord.self,
            "SELECT * FROM s3_bucket WHERE account = ? AND name > ? AND substr(name, 1, length(?3)) = ?3 "
                + "ORDER BY name LIMIT ?",
            parameters: [.text(account), .text(start), .text(prefix), .integer(maximum + 1)]
        )
        let shown = buckets.prefix(maximum)
        var children = [XMLTree.owner(account), XMLTree("Buckets", shown.map(Self.element))]
        if buckets.count > maximum, let last = shown.last {
            children.append(XMLTree("ContinuationToken", last.name))
        }
        if !prefix.isEmpty { children.append(XMLTree("Prefix", prefix)) }
        return .xml(XMLTree(document: "ListAllMyBucketsResult", children))
    }

    private static func element(_ bucket: BucketRecord) -> XMLTree {
        XMLTree(
            "Bucket",
            [
                XMLTree("Name", bucket.name), XMLTree("CreationDate", bucket.created.iso8601),
                XMLTree("BucketRegion", bucket.region),
            ]
        )
    }
}
