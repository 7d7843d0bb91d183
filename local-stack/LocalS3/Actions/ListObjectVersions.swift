import LocalHTTP
import LocalServiceKit
import LocalStore

/// Lists a bucket's objects as the versions they are: the only ones, with the id `null`.
struct ListObjectVersions: S3Action {
    private let style: ListingStyle
    private let marker: String

    init(_ call: S3Call) throws(ServiceError) {
        style = try ListingStyle(call)
        marker = call.request.item("key-marker") ?? ""
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(style.bucket, in: database)
        let query = ObjectListing.Query(
            prefix: style.prefix,
            delimiter: style.delimiter,
            start: marker,
            maximum: style.maximum
        )
        let listing = try ObjectListing(query, in: bucket, database)
        var elements = style.echo
        elements.append(style.element("KeyMarker", key: marker))
        elements.append(XMLTree("VersionIdMarker", ""))
        elements.append(XMLTree("IsTruncated", String(listing.isTruncated)))
        if listing.isTruncated, let last = listing.last {
            elements.append(style.element("NextKeyMarker", key: last))
            elements.append(XMLTree("NextVersionIdMarker", "null"))
        }
        let identity = [XMLTree("VersionId", "null"), XMLTree("IsLatest", "true")]
        elements += listing.objects.map { object in
            XMLTree("Version", identity + style.elements(of: object, owner: bucket.account))
        }
        return .xml(XMLTree(document: "ListVersionsResult", elements + style.commonPrefixes(listing)))
    }
}
