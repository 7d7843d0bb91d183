import LocalHTTP
import LocalServiceKit
import LocalStore

/// Lists a bucket's objects, the second version of it: pages go by an opaque token.
struct ListObjectsV2: S3Action {
    private let style: ListingStyle
    private let startAfter: String?
    private let token: String?
    private let tokenStart: String?
    private let wantsOwner: Bool

    init(_ call: S3Call) throws(ServiceError) {
        style = try ListingStyle(call)
        startAfter = call.request.item("start-after")
        wantsOwner = call.request.item("fetch-owner")?.lowercased() == "true"
        token = call.request.item("continuation-token")
        tokenStart = try token.map { token throws(ServiceError) in
            guard let bytes = Blob(base64: token)?.bytes, !bytes.isEmpty,
                let start = String(validating: bytes, as: UTF8.self)
            else {
                throw .invalidArgument(
                    "The continuation token provided is incorrect",
                    name: "continuation-token",
                    value: token
                )
            }
            return start
        }
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(style.bucket, in: database)
        let query = ObjectListing.Query(
            prefix: style.prefix,
            delimiter: style.delimiter,
            start: tokenStart ?? startAfter ?? "",
            maximum: style.maximum
        )
        let listing = try ObjectListing(query, in: bucket, database)
        let count = listing.objects.count + listing.commonPrefixes.count
        var elements = style.echo + [XMLTree("KeyCount", String(count))]
        elements.append(XMLTree("IsTruncated", String(listing.isTruncated)))
        if let token { elements.append(XMLTree("ContinuationToken", token)) }
        if listing.isTruncated, let last = listing.last {
            elements.append(XMLTree("NextContinuationToken", Blob(Array(last.utf8)).base64))
        }
        if let startAfter { elements.append(style.element("StartAfter", key: startAfter)) }
        elements += style.contents(listing, owner: wantsOwner ? bucket.account : nil)
        return .xml(XMLTree(document: "ListBucketResult", elements))
    }
}
