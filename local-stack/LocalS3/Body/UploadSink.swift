import LocalHTTP
import LocalServiceKit

/// Receives a request's body: decodes it, hashes it and writes it to a file, or keeps a small one in memory.
///
/// A sink that is released unfinished takes its file with it.
final class UploadSink: BodySink {
    /// The request whose body it is.
    let admitted: AdmittedRequest
    // The server calls a sink from one thread at a time, and hands it over once the body has ended.
    nonisolated(unsafe) private let pipeline: BodyPipeline

    /// A sink for the body of a request, which `files` takes where it is an object's.
    init(_ admitted: AdmittedRequest, files: ObjectFiles) throws(ServiceError) {
        self.admitted = admitted
        pipeline = try BodyPipeline(admitted, files)
    }

    func write(_ chunk: UnsafeRawBufferPointer) throws(BodyRefusal) {
        do throws(ServiceError) {
            try pipeline.take(chunk)
        } catch {
            throw BodyRefusal(admitted.request.answer(to: error))
        }
    }

    func finish() throws(BodyRefusal) {
        do throws(ServiceError) {
            try pipeline.end()
        } catch {
            throw BodyRefusal(admitted.request.answer(to: error))
        }
    }

    /// The body; nil before `finish` has returned.
    var received: ReceivedBody? { pipeline.received }
}
