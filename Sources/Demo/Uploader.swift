import FoundationEssentials
import PipelineRuntime

/// Brings a photo into the bucket of uploads, by the door that fits its size.
struct Uploader {
    /// What API Gateway takes in one request; larger files go to the bucket itself, as they would on AWS.
    private static let gatewayLimit = 10_485_760

    let caller: Caller
    let stackURL: String

    /// Uploads and answers the key.
    func upload(_ photo: Photo) throws -> String {
        guard photo.bytes.count > Self.gatewayLimit else {
            return try caller.upload(photo.bytes, name: photo.name).key
        }
        let location = S3Location(bucket: "rtp-request-files", key: "uploads/demo/\(photo.name)")
        let mediaType = "application/octet-stream"
        try bucket.put(S3Upload(to: location, .bytes(photo.bytes), contentType: mediaType))
        return location.key
    }

    private var bucket: S3Client {
        let credentials = AWSCredentials(accessKeyID: "test", secretAccessKey: "test")
        let configuration = AWSConfiguration(
            region: "us-east-1",
            credentialSource: .fixed(credentials),
            customEndpoints: [.s3: stackURL]
        )
        return S3Client(AWSClient(configuration, transport: caller.transport))
    }
}
