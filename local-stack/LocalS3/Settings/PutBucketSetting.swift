import LocalHTTP
import LocalServiceKit
import LocalStore

/// Keeps a part of a bucket's configuration; one that asks for what would not be done is refused.
struct PutBucketSetting: S3Action {
    private let bucket: String
    private let setting: BucketSetting
    private let document: XMLTree

    init(_ call: S3Call) throws(ServiceError) {
        bucket = try call.bucket()
        setting = try BucketSetting.require(call)
        document = try XMLReader.read(call.body.bytes)
        guard document.name == setting.root else { throw .malformedXML }
        if setting.name == "tagging" { _ = try ObjectTag.list(document, maximum: ObjectTag.maximumOfBucket) }
        guard setting.accepts(document) else {
            throw .operationNotImplemented("what this ?\(setting.name) asks for")
        }
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(bucket, in: database)
        let tree = XMLTree(document: setting.root, document.children)
        try bucket.keep(tree.document, of: setting, database)
        return HTTPResponse(status: setting.name == "tagging" ? 204 : 200)
    }
}
