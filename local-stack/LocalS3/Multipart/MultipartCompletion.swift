import Dispatch
import LocalHTTP
import LocalServiceKit
import LocalStore

/// Completes multipart uploads: reads the rows, puts the files together beside the writer's thread, writes the row.
struct MultipartCompletion: Sendable {
    let writer: StateWriter
    let files: ObjectFiles

    typealias Completion = @Sendable (Result<HTTPResponse, ServiceError>) -> Void

    private static let queue = DispatchQueue(label: "s3-multipart", attributes: .concurrent)

    /// Completes the upload that the call is about.
    func run(_ call: S3Call, then: @escaping Completion) {
        let request: CompletionRequest
        do throws(ServiceError) { request = try CompletionRequest(call) } catch {
            return then(.failure(error))
        }
        writer.run { database throws(ServiceError) in
            try BucketOwner.check(call, database)
            try BucketPolicy.check(call, .completeMultipartUpload, database)
            return try CompletionPlan(request, database)
        } then: { result in
            switch result {
            case .failure(let error): then(.failure(error))
            case .success(let plan): Self.queue.async { assemble(plan, request, then) }
            }
        }
    }

    private func assemble(_ plan: CompletionPlan, _ request: CompletionRequest, _ then: @escaping Completion)
    {
        do throws(ServiceError) {
            let assembly = try PartAssembly(plan, files)
            if let (algorithm, value) = request.checksum, assembly.checksum?.algorithm == algorithm,
                assembly.checksum?.value != value
            {
                throw .badChecksum(algorithm)
            }
            writer.run(
                { database throws(ServiceError) in try store(assembly, request, plan, database) },
                then: then
            )
        } catch {
            then(.failure(error))
        }
    }

    private func store(
        _ assembly: PartAssembly,
        _ request: CompletionRequest,
        _ plan: CompletionPlan,
        _ database: Database
    ) throws(ServiceError) -> HTTPResponse {
        // The parts may have been replaced, the upload aborted or completed since they were read.
        let present = try CompletionPlan(request, database)
        guard present.parts.map(\.file) == plan.parts.map(\.file) else { throw .invalidPart }
        let bucket = try BucketRecord.require(request.reference.bucket, in: database)
        try request.condition.check(request.reference.key, in: bucket, database)
        let object = object(assembly, plan, at: database.now)
        try object.store(in: database, files)
        try present.upload.remove(from: database, files)
        database.afterCommit { assembly.file.adopt() }
        return response(object, request)
    }

    private func object(_ assembly: PartAssembly, _ plan: CompletionPlan, at now: Timestamp) -> ObjectRecord {
        var details = plan.upload.details.object
        details.checksum = assembly.checksum
        details.partByteCounts = plan.parts.map(\.byteCount)
        return ObjectRecord(
            bucketID: plan.upload.bucketID,
            key: plan.upload.key,
            file: assembly.file.id,
            byteCount: assembly.byteCount,
            etag: plan.etag,
            modified: now,
            details: details
        )
    }

    private func response(_ object: ObjectRecord, _ request: CompletionRequest) -> HTTPResponse {
        let elements = [
            XMLTree("Location", request.address), XMLTree("Bucket", request.reference.bucket),
            XMLTree("Key", object.key), XMLTree("ETag", object.quotedETag),
        ]
        let tree = elements + (object.details.checksum.map(\.elements) ?? [])
        return .xml(XMLTree(document: "CompleteMultipartUploadResult", tree))
    }
}
