package import LocalHTTP
package import LocalServiceKit
import LocalStore

/// Amazon S3: buckets in the database, every object's bytes in a file of its own.
package final class S3Service: RoutedService {
    let authenticator: Authenticator
    let files: ObjectFiles
    private let writer: StateWriter

    /// Prepares the folder and the tables, and removes what interrupted uploads left.
    ///
    /// - Parameters:
    ///   - directory: where the objects' files lie; it is made where it is missing.
    ///   - environment: what the service works with.
    /// - Throws: `ServiceStartError` where the folder or the tables cannot be used.
    package init(directory: String, _ environment: ServiceEnvironment) throws(ServiceStartError) {
        writer = environment.writer
        authenticator = environment.authenticator
        do throws(StoreError) {
            try writer.registerSchema(.s3)
        } catch {
            throw .store(error)
        }
        do throws(ServiceError) {
            files = try ObjectFiles(directory: directory)
            try files.removeAll(except: try Self.namedFiles(writer))
            try LifecycleSweep(files: files).start(writer)
        } catch {
            throw .service(error)
        }
    }

    /// The files that objects and parts of uploads have.
    private static func namedFiles(_ writer: StateWriter) throws(ServiceError) -> Set<FileID> {
        try writer.runAndWait { database throws(ServiceError) in
            let rows = try database.all("SELECT file FROM s3_object UNION SELECT file FROM s3_part")
            return Set(
                try rows.map { row throws(ServiceError) in
                    FileID(text: try row.value(Row.text, of: "file"))
                }
            )
        }
    }

    /// Decides by a request's head what happens to its body; a request that is not allowed is refused here.
    package func bodyPlan(for head: HTTPRequest, _ context: ActionContext) -> BodyPlan {
        plan(head, from: context.origin)
    }

    func plan(_ head: HTTPRequest, from origin: RequestOrigin) -> BodyPlan {
        let request: S3Request
        do throws(ServiceError) {
            request = try S3Request(head)
        } catch {
            return .refuse(Self.answer(toUnreadable: head, error))
        }
        do throws(ServiceError) {
            return .sink(try UploadSink(try admit(request, from: origin), files: files))
        } catch {
            return .refuse(request.answer(to: error))
        }
    }

    /// Answers a request whose body went where its plan said, or is in memory.
    package func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        switch request.body {
        case .received(let sink as UploadSink): handle(sink, context, reply)
        case .received: reply.send(Self.answer(toUnreadable: request, .methodNotAllowed))
        case .bytes(let bytes):
            switch receive(bytes, of: request, from: context.origin) {
            case .success(let sink): handle(sink, context, reply)
            case .failure(let refusal): reply.send(refusal.response)
            }
        }
    }

    private func handle(_ sink: UploadSink, _ context: ActionContext, _ reply: Reply) {
        let request = sink.admitted.request
        guard let body = sink.received else { return reply.send(request.answer(to: .incompleteBody)) }
        let call = S3Call(
            request: request,
            body: body,
            location: context.location,
            baseURL: context.baseURL,
            isSigned: sink.admitted.isSigned,
            origin: context.origin
        )
        run(sink.admitted.operation, call) { result in
            switch result {
            case .success(let response): reply.send(request.finished(response))
            case .failure(let error):
                reply.send(request.answer(to: error))
            }
        }
    }

    private func run(
        _ operation: S3Operation,
        _ call: S3Call,
        then: @escaping @Sendable (Result<HTTPResponse, ServiceError>) -> Void
    ) {
        switch operation {
        case .completeMultipartUpload: MultipartCompletion(writer: writer, files: files).run(call, then: then)
        case .uploadPartCopy: PartCopy(writer: writer, files: files).run(call, then: then)
        case .action(let type):
            do throws(ServiceError) {
                let action = try type.init(call)
                writer.run { [files] database throws(ServiceError) in
                    try BucketOwner.check(call, database)
                    try BucketPolicy.check(call, operation, database)
                    return try action.perform(database, files)
                } then: {
                    then($0)
                }
            } catch {
                then(.failure(error))
            }
        }
    }
}
