import Dispatch
import LocalHTTP
import LocalServiceKit
import LocalStore

/// Makes parts out of objects: opens the source in the writer's order, copies it beside its thread, writes the row.
struct PartCopy: Sendable {
    /// The source, and how the copy is hashed.
    private struct Plan: Sendable {
        let file: OpenedFile
        let bytes: Range<Int>
        let algorithm: ChecksumAlgorithm
    }

    let writer: StateWriter
    let files: ObjectFiles

    private static let queue = DispatchQueue(label: "s3-part-copy", attributes: .concurrent)

    /// Makes the part that the call is about.
    func run(_ call: S3Call, then: @escaping MultipartCompletion.Completion) {
        let request: PartCopyRequest
        do throws(ServiceError) { request = try PartCopyRequest(call) } catch {
            return then(.failure(error))
        }
        writer.run { database throws(ServiceError) in
            try BucketOwner.check(call, database)
            try BucketPolicy.check(call, .uploadPartCopy, database)
            return try plan(request, database)
        } then: { result in
            switch result {
            case .failure(let error): then(.failure(error))
            case .success(let plan): Self.queue.async { copy(plan, request, then) }
            }
        }
    }

    private func plan(_ request: PartCopyRequest, _ database: Database) throws(ServiceError) -> Plan {
        let bucket = try BucketRecord.require(request.source.bucket, in: database)
        let object = try ObjectRecord.require(request.source.key, in: bucket, database)
        if try request.conditions.isNotModified(object) {
            throw .preconditionFailed("x-amz-copy-source-If-None-Match")
        }
        let upload = try UploadRecord.require(request.reference, database)
        return Plan(
            file: try OpenedFile(path: files.path(of: object.file)),
            bytes: try request.bytes(of: object),
            algorithm: upload.details.algorithm ?? .crc64NVMe
        )
    }

    private func copy(
        _ plan: Plan,
        _ request: PartCopyRequest,
        _ then: @escaping MultipartCompletion.Completion
    ) {
        do throws(ServiceError) {
            var staged = try files.stage()
            var hashes = BodyHashes(plan.algorithm)
            try plan.file.read(plan.bytes) { block throws(ServiceError) in
                hashes.update(block)
                try staged.write(block)
            }
            let values = try hashes.finish(trailer: [])
            let file = try staged.publish(in: files)
            writer.run(
                { database throws(ServiceError) in try store(file, values, request, database) },
                then: then
            )
        } catch {
            then(.failure(error))
        }
    }

    private func store(
        _ file: PublishedFile,
        _ hashes: BodyHashes.Values,
        _ request: PartCopyRequest,
        _ database: Database
    ) throws(ServiceError) -> HTTPResponse {
        let upload = try UploadRecord.require(request.reference, database)
        let part = PartRecord(number: request.number, file: file.id, hashes: hashes, modified: database.now)
        try part.store(in: upload, database, files)
        database.afterCommit { file.adopt() }
        let elements = [
            XMLTree("LastModified", part.modified.iso8601), XMLTree("ETag", "\"\(part.etag)\""),
            XMLTree(part.checksum.algorithm.elementName, part.checksum.value),
        ]
        return .xml(XMLTree(document: "CopyPartResult", elements))
    }
}
