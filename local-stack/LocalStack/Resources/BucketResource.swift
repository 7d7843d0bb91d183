import CloudTemplate
import LocalS3

/// A bucket: `AWS::S3::Bucket`.
struct BucketResource: PlannedResource {
    let logicalID: String
    let name: String
    let lifecycle: BucketLifecycle

    init(_ resource: StackResource, _ reader: PropertyReader) {
        logicalID = resource.logicalID
        name = resource.identity.name
        reader.acknowledge("BucketName")
        lifecycle = BucketLifecycle(reader.reader("LifecycleConfiguration"))
    }

    func deploy(_ services: ServiceClient) throws(DeploymentFailure) {
        let answer = services.send("PUT", service: "s3", path: "/\(name)")
        try answer.accept(alsoCodes: ["BucketAlreadyOwnedByYou"], of: logicalID)
        // A rule that the template no longer has must end nothing any more.
        let method = lifecycle.rules.isEmpty ? "DELETE" : "PUT"
        let body = lifecycle.rules.isEmpty ? [] : lifecycle.document
        try services.send(method, service: "s3", path: "/\(name)", query: "lifecycle", body: body)
            .accept(of: logicalID)
    }
}
