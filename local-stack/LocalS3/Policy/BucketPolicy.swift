import FoundationEssentials
import LocalServiceKit
import LocalStore

/// A bucket's policy, as far as it has an effect here: it forbids callers to store objects under certain keys.
///
/// Whoever signs has every right, and whoever does not has none, so that nothing is there for `Allow` to give. Of what a
/// policy can forbid, `s3:PutObject` is enforced; a policy that says more is refused when it is put.
struct BucketPolicy: Sendable {
    /// The longest text of a policy (20 KB).
    static let maximumByteCount = 20 << 10

    private let statements: [PolicyStatement]

    /// Reads and checks a policy for a bucket.
    ///
    /// - Throws: `MalformedPolicy` where S3 would, and `NotImplemented` for what is not enforced here.
    init(_ text: [UInt8], bucket: String) throws(ServiceError) {
        guard text.count <= Self.maximumByteCount else { throw .policyTooLarge }
        guard text.first == UInt8(ascii: "{") else { throw .policyIsNoJSON }
        let document: PolicyDocument
        do {
            document = try JSONDecoder().decode(PolicyDocument.self, from: Data(text))
        } catch DecodingError.keyNotFound(let key, _) {
            throw .malformedPolicy("Missing required field \(key.stringValue)")
        } catch DecodingError.dataCorrupted {
            throw .policyIsNoJSON
        } catch {
            throw .malformedPolicy("Policy has a value of a wrong type")
        }
        guard ["2012-10-17", "2008-10-17", nil].contains(document.version) else {
            throw .malformedPolicy("The policy must contain a valid version string")
        }
        var statements: [PolicyStatement] = []
        for statement in document.statements { statements.append(try PolicyStatement(statement, bucket)) }
        self.statements = statements
    }

    /// Throws `AccessDenied` where the call's caller may not store under its key.
    static func check(_ call: S3Call, _ operation: S3Operation, _ database: Database) throws(ServiceError) {
        guard operation.storesObject, let name = call.request.bucket, let key = call.request.key,
            let bucket = try BucketRecord.find(name, in: database), let setting = BucketSetting.all["policy"],
            let text = try bucket.document(setting, database)
        else { return }
        let caller = call.principal
        let policy = try BucketPolicy(text, bucket: name)
        guard !policy.statements.contains(where: { $0.forbids(caller, name, key) }) else {
            throw .accessDenied
        }
    }
}
