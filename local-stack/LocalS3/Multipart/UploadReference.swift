import LocalServiceKit

/// Which upload a request is about.
struct UploadReference: Sendable {
    let bucket: String
    let key: String
    let id: String

    init(_ call: S3Call) throws(ServiceError) {
        bucket = try call.bucket()
        key = try call.key()
        guard let id = call.request.item("uploadId"), !id.isEmpty else { throw .noSuchUpload }
        self.id = id
    }
}
