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

    /// Uploads a file.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - purpose: What it is for, such as a request's id: the same file for the same purpose has the same key, and is
    ///     stored once. Without one, every upload has a key of its own.
    /// - Returns: Its key.
    /// - Throws: `APIError.tooLarge` for a file that needs the bucket itself where that is not known.
    package func upload(_ file: LocalFile, for purpose: String? = nil) throws(APIError) -> String {
        let id = try purpose.map { purpose throws(APIError) in try Self.uploadID(file, purpose) }
        if file.byteCount <= Self.gatewayLimit { return try throughAPI(file, id) }
        guard client.address.isLocal else { throw .tooLarge(path: file.path, byteCount: file.byteCount) }
        return try intoLocalBucket(file, id ?? UUID().uuidString.lowercased())
    }

    /// The id follows from what the file holds, and cannot be guessed without it.
    private static func uploadID(_ file: LocalFile, _ purpose: String) throws(APIError) -> String {
        do throws(HTTPError) {
            let content = try SHA256.digest(ofFile: file.path).hexadecimal
            return String(SHA256.digest(of: "\(content) \(purpose)".utf8).hexadecimal.prefix(32))
        } catch {
            throw .file(path: file.path, reason: error.detail)
        }
    }

    private static func key(_ id: String, _ file: LocalFile) -> String { "uploads/\(id)/\(file.name)" }

    private func throughAPI(_ file: LocalFile, _ id: String?) throws(APIError) -> String {
        let address = client.address
        let url = id.map { address.appending("uploads", $0, file.name) }
        let request = HTTPRequest(
            "PUT",
            url ?? address.appending("files", file.name),
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
        // It is there, and nothing else can be: its key follows from its bytes.
        if response.status == 409, let id { return Self.key(id, file) }
        guard response.status == 201 else { throw client.refusal(response, to: request) }
        let upload: Upload = try client.decode(response, of: request)
        return upload.key
    }

    /// Larger files go to the bucket itself, as they would on AWS; the local stack's keys are known to all.
    private func intoLocalBucket(_ file: LocalFile, _ id: String) throws(APIError) -> String {
        let key = Self.key(id, file)
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
