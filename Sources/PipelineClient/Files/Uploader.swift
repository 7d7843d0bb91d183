import FoundationEssentials
import PipelineRuntime

/// Brings a file into the bucket of uploads, by the door that fits its size.
package struct Uploader {
    /// What API Gateway takes in one request.
    private static let gatewayLimit = 10_485_760
    private static let bucketName = "rtp-request-files"
    /// A file may be slow to send, yet not for ever without a byte.
    private static let stallLimit = Duration.seconds(60)

    private let client: APIClient

    /// An uploader for an API.
    package init(_ client: APIClient) {
        self.client = client
    }

    /// Uploads a file and answers its key.
    ///
    /// - Throws: `APIError.tooLarge` for a file that needs the bucket itself where that is not known.
    package func upload(_ file: LocalFile) throws(APIError) -> String {
        if file.byteCount <= Self.gatewayLimit { return try throughAPI(file) }
        guard client.address.isLocal else { throw .tooLarge(path: file.path, byteCount: file.byteCount) }
        return try intoLocalBucket(file)
    }

    private func throughAPI(_ file: LocalFile) throws(APIError) -> String {
        let request = HTTPRequest(
            "PUT",
            client.address.appending("files", file.name),
            headers: ["Content-Type": "application/octet-stream"],
            body: .file(path: file.path),
            stallTimeout: Self.stallLimit
        )
        let response: HTTPResponse
        do throws(HTTPError) {
            response = try client.transport.send(request)
        } catch {
            if error.kind == .fileFailed { throw .file(path: file.path, reason: error.detail) }
            throw .unreachable(url: client.address.text, reason: error.detail)
        }
        guard response.status == 201 else { throw client.refusal(response, to: request) }
        let upload: Upload = try client.decode(response, of: request)
        return upload.key
    }

    /// Larger files go to the bucket itself, as they would on AWS; the local stack's keys are known to all.
    private func intoLocalBucket(_ file: LocalFile) throws(APIError) -> String {
        let key = "uploads/\(UUID().uuidString.lowercased())/\(file.name)"
        let upload = S3Upload(
            to: S3Location(bucket: Self.bucketName, key: key),
            .file(path: file.path),
            contentType: "application/octet-stream"
        )
        do throws(AWSError) {
            _ = try bucket.put(upload)
        } catch {
            throw .unreachable(url: client.address.origin, reason: error.message)
        }
        return key
    }

    private var bucket: S3Client {
        let credentials = AWSCredentials(accessKeyID: "test", secretAccessKey: "test")
        let configuration = AWSConfiguration(
            region: "us-east-1",
            credentialSource: .fixed(credentials),
            customEndpoints: [.s3: client.address.origin]
        )
        return S3Client(AWSClient(configuration, transport: client.transport))
    }
}
