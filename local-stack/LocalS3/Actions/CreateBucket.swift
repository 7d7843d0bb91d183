import LocalHTTP
import LocalServiceKit
import LocalStore

/// Makes a bucket.
struct CreateBucket: S3Action {
    private let name: String
    private let location: Location

    init(_ call: S3Call) throws(ServiceError) {
        name = try call.bucket()
        let region = try Self.constraint(call.body.bytes) ?? call.location.region
        location = Location(account: call.location.account, region: region)
        try BucketName.check(name)
        try AccessControl.check(call.request.headers)
        if call.request.header("x-amz-bucket-object-lock-enabled")?.lowercased() == "true" {
            throw .headerNotImplemented("x-amz-bucket-object-lock-enabled")
        }
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        let old = try BucketRecord.find(name, in: database)
        if let old {
            guard old.account == location.account else { throw Self.alreadyExists(name) }
            // Only the oldest region answers success to the owner who asks again.
            guard location.region == Location.oldestRegion, old.region == location.region else {
                throw Self.alreadyOwned(name)
            }
        } else {
            try Self.make(name, location, in: database)
        }
        return HTTPResponse(status: 200, headers: ["Location": "/" + name])
    }

    /// Makes a bucket that is not there.
    static func make(_ name: String, _ location: Location, in database: Database) throws(ServiceError) {
        try database.run(
            "INSERT INTO s3_bucket (name, account, region, created) VALUES (?, ?, ?, ?)",
            .text(name),
            .text(location.account),
            .text(location.region),
            .timestamp(database.now)
        )
    }

    private static func constraint(_ body: [UInt8]) throws(ServiceError) -> String? {
        guard !body.isEmpty else { return nil }
        let root = try XMLReader.read(body)
        guard root.name == "CreateBucketConfiguration" else { throw .malformedXML }
        for name in ["Bucket", "Location", "Tags"] where root[name] != nil {
            throw .operationNotImplemented("CreateBucket with \(name)")
        }
        guard let region = root["LocationConstraint"]?.text, !region.isEmpty else { return nil }
        return region == "EU" ? "eu-west-1" : region
    }

    private static func alreadyExists(_ name: String) -> ServiceError {
        ServiceError(
            "BucketAlreadyExists",
            "The requested bucket name is not available. The bucket namespace is shared by all users of the system. "
                + "Please select a different name and try again.",
            status: 409,
            members: ["BucketName": name]
        )
    }

    private static func alreadyOwned(_ name: String) -> ServiceError {
        ServiceError(
            "BucketAlreadyOwnedByYou",
            "Your previous request to create the named bucket succeeded and you already own it.",
            status: 409,
            members: ["BucketName": name]
        )
    }
}
