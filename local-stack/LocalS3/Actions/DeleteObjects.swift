import LocalHTTP
import LocalServiceKit
import LocalStore

/// Removes up to a thousand objects.
struct DeleteObjects: S3Action {
    private struct Entry: Sendable {
        let key: String
        let match: ETagCondition?
        /// Whether a version is meant that no object here has.
        let isVersioned: Bool

        init(_ element: XMLTree) throws(ServiceError) {
            guard let key = element["Key"]?.text, !key.isEmpty else { throw .malformedXML }
            self.key = key
            match = element["ETag"].map { ETagCondition($0.text) }
            isVersioned = element["VersionId"].map { $0.text != "null" && !$0.text.isEmpty } ?? false
        }
    }

    private let bucket: String
    private let entries: [Entry]
    private let isQuiet: Bool

    private static let maximumEntries = 1000

    init(_ call: S3Call) throws(ServiceError) {
        bucket = try call.bucket()
        guard call.body.hashes.hasDigest else {
            throw .invalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*")
        }
        let root = try XMLReader.read(call.body.bytes)
        let objects = root.all("Object")
        guard root.name == "Delete", (1...Self.maximumEntries).contains(objects.count) else {
            throw .malformedXML
        }
        isQuiet = root["Quiet"]?.text.lowercased() == "true"
        var entries: [Entry] = []
        for object in objects { entries.append(try Entry(object)) }
        self.entries = entries
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let bucket = try BucketRecord.require(bucket, in: database)
        var results: [XMLTree] = []
        for entry in entries {
            if let problem = try Self.remove(entry, from: bucket, database, files) {
                results.append(Self.element(problem, entry.key))
            } else if !isQuiet {
                results.append(XMLTree("Deleted", [XMLTree("Key", entry.key)]))
            }
        }
        return .xml(XMLTree(document: "DeleteResult", results))
    }

    private static func remove(
        _ entry: Entry,
        from bucket: BucketRecord,
        _ database: Database,
        _ files: ObjectFiles
    ) throws(ServiceError) -> ServiceError? {
        if entry.isVersioned { return .noSuchVersion(entry.key) }
        guard let object = try ObjectRecord.find(entry.key, in: bucket, database) else {
            return entry.match == nil ? nil : .noSuchKey(entry.key)
        }
        if let match = entry.match, !match.matches(object.etag) { return .preconditionFailed("If-Match") }
        try object.remove(from: database, files)
        return nil
    }

    private static func element(_ problem: ServiceError, _ key: String) -> XMLTree {
        XMLTree(
            "Error",
            [XMLTree("Key", key), XMLTree("Code", problem.code), XMLTree("Message", problem.message)]
        )
    }
}
