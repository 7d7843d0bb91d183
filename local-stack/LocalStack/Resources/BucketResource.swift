import CloudTemplate

/// A bucket: `AWS::S3::Bucket`.
struct BucketResource: PlannedResource {
    let logicalID: String
    let name: String

    init(_ resource: StackResource, _ reader: PropertyReader) {
        logicalID = resource.logicalID
        name = resource.identity.name
        reader.acknowledge("BucketName")
    }

    func deploy(_ services: ServiceClient) throws(DeploymentFailure) {
        let answer = services.put(service: "s3", path: "/\(name)")
        try answer.accept(alsoCodes: ["BucketAlreadyOwnedByYou"], of: logicalID)
    }
}
