import CloudTemplate
import LocalServices

/// What a bucket forbids: `AWS::S3::BucketPolicy`.
struct BucketPolicyResource: PlannedResource {
    let logicalID: String
    private let bucket: String
    private let document: String

    init?(_ resource: StackResource, _ reader: PropertyReader) {
        logicalID = resource.logicalID
        let bucket = reader.requiredText("Bucket")
        guard let document = reader.node("PolicyDocument") else {
            reader.refuse(nil, "PolicyDocument is missing")
            return nil
        }
        guard let bucket else { return nil }
        self.bucket = bucket
        self.document = document.jsonText
    }

    func deploy(_ services: ServiceClient) throws(DeploymentFailure) {
        let body = Array(document.utf8)
        try services.send("PUT", service: "s3", path: "/\(bucket)", query: "policy", body: body)
            .accept(of: logicalID)
    }
}
