import LocalHTTP
import LocalServiceKit
import LocalStore

/// Lists a bucket's objects, the first version of it: pages go by a marker.
struct ListObjects: S3Action {
    private let style: ListingStyle
    private let marker: String

    init(_ call: S3Call) throws(ServiceError) {
        style = try ListingStyle(call)
        marker = call.request.item("marker") ?? ""
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
        elements.append(style.element("Marker", key: marker))
        elements.append(XMLTree("IsTruncated", String(listing.isTruncated)))
        // Without a delimiter the client takes the last key.
        if listing.isTruncated, !style.delimiter.isEmpty, let last = listing.last {
            elements.append(style.element("NextMarker", key: last))
        }
        elements += style.contents(listing, owner: bucket.account)
        return .xml(XMLTree(document: "ListBucketResult", elements))
    }
}
