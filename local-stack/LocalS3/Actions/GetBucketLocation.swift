import LocalHTTP
import LocalServiceKit
import LocalStore

/// Tells in which region a bucket is.
struct GetBucketLocation: S3Action {
    private let name: String

    init(_ call: S3Call) throws(ServiceError) {
        name = try call.bucket()
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(name, in: database)
        // The oldest region has no name here.
        var tree = XMLTree("LocationConstraint", bucket.region == Location.oldestRegion ? "" : bucket.region)
        tree.namespace = XMLTree.namespace
        return .xml(tree)
    }
}
