import LocalHTTP
import LocalServiceKit
import LocalStore

/// Answers the one access control list there is, of buckets and objects: everything is the owner's.
struct GetAccessControlList: S3Action {
    private let bucket: String
    private let key: String?

    init(_ call: S3Call) throws(ServiceError) {
        bucket = try call.bucket()
        key = call.request.key
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(bucket, in: database)
        if let key { _ = try ObjectRecord.require(key, in: bucket, database) }
        var grantee = XMLTree.owner(bucket.account, as: "Grantee")
        grantee.attributes = [
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance", "xsi:type": "CanonicalUser",
        ]
        let grant = XMLTree("Grant", [grantee, XMLTree("Permission", "FULL_CONTROL")])
        let elements = [.owner(bucket.account), XMLTree("AccessControlList", [grant])]
        return .xml(XMLTree(document: "AccessControlPolicy", elements))
    }
}
