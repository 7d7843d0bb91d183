import Dispatch
import Foundation
import LocalHTTP
import LocalStore
import Synchronization
import TestClock

@testable import LocalS3
@testable import LocalServiceKit

/// S3 over a store of its own, on a clock that is moved by hand; its files can be looked at, and it can begin again.
final class S3Fixture {
    let clock = AdjustableClock()
    let directory: String
    private(set) var writer: StateWriter
    private var service: S3Service

    /// The folder of the objects.
    var objectsPath: String { directory + "/objects" }

    init(buckets: [String] = ["photos"]) throws {
        // In memory where that is possible: what a test commits need not survive a power failure.
        let memory = "/dev/shm"
        let isInMemory = FileManager.default.isWritableFile(atPath: memory)
        let parent = isInMemory ? memory : FileManager.default.temporaryDirectory.path
        directory = parent + "/s3-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        (writer, service) = try Self.open(directory, clock)
        for bucket in buckets { try send("PUT", "/" + bucket) }
    }

    deinit {
        writer.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Begins again on the same state, as after a crash.
    func restart() throws {
        writer.close()
        (writer, service) = try Self.open(directory, clock)
    }

    /// Sends a request and answers what comes back; the body arrives in pieces of those lengths.
    @discardableResult
    func send(
        _ method: String,
        _ target: String,
        _ headers: HTTPHeaders = [:],
        body: [UInt8] = [],
        in pieces: Pieces = .whole,
        from origin: RequestOrigin = .process
    ) throws -> S3Answer {
        try begin(method, target, headers, body: body, in: pieces, from: origin)()
    }

    /// Sends a request; the answer is waited for by the returned function.
    func begin(
        _ method: String,
        _ target: String,
        _ headers: HTTPHeaders = [:],
        body: [UInt8] = [],
        in pieces: Pieces = .whole,
        from origin: RequestOrigin = .process
    ) throws -> () throws -> S3Answer {
        var request = Self.head(method, target, headers, byteCount: body.count)
        switch service.bodyPlan(for: request, Self.context(origin)) {
        case .refuse(let response): return { try S3Answer(response) }
        case .memory: request.body = .bytes(body)
        case .sink(let sink):
            do throws(BodyRefusal) {
                for piece in pieces.of(body) {
                    try Array(piece).withUnsafeBufferPointer { bytes throws(BodyRefusal) in
                        try sink.write(UnsafeRawBufferPointer(bytes))
                    }
                }
                try sink.finish()
            } catch {
                let response = error.response
                return { try S3Answer(response) }
            }
            request.body = .received(sink)
        }
        return wait(for: request, Self.context(origin))
    }

    /// A request that breaks off after those bytes.
    func breakOff(_ target: String, _ headers: HTTPHeaders, after bytes: [UInt8]) throws {
        let head = Self.head("PUT", target, headers, byteCount: nil)
        guard case .sink(let sink) = service.bodyPlan(for: head, Self.context(.process)) else { return }
        try bytes.withUnsafeBytes { try sink.write($0) }
    }

    /// The names of all files with objects' or parts' bytes, finished or not.
    func files() throws -> [String] {
        // The writer lets go of a request, and of the file that it came in, a moment after it has answered.
        try writer.settle()
        let folders = try FileManager.default.subpathsOfDirectory(atPath: objectsPath)
        return folders.map { $0.split(separator: "/").last.map(String.init) ?? "" }
            .filter { $0.utf8.count == 32 }
    }

    private func wait(for request: HTTPRequest, _ context: ActionContext) -> () throws -> S3Answer {
        let arrived = DispatchSemaphore(value: 0)
        let answer = Box()
        // The file of an answer is opened when it is sent, as the server does it.
        let reply = Reply { response in
            answer.value.withLock { $0 = Result { try S3Answer(response) } }
            arrived.signal()
        }
        service.handle(request, context, reply: reply)
        return {
            arrived.wait()
            return try (answer.value.withLock { $0 } ?? .failure(CancellationError())).get()
        }
    }

    private static func open(
        _ directory: String,
        _ clock: AdjustableClock
    ) throws -> (StateWriter, S3Service) {
        let writer = try StateWriter(path: directory + "/state.db", clock: clock)
        let environment = ServiceEnvironment(writer: writer, clock: clock)
        return (writer, try S3Service(directory: directory + "/objects", environment))
    }

    private static func context(_ origin: RequestOrigin) -> ActionContext {
        let location = Location(account: "000000000000", region: "us-east-1")
        var context = ActionContext(
            location: location,
            requestID: "request",
            baseURL: "http://localhost:4566"
        )
        context.origin = origin
        return context
    }

    private static func head(
        _ method: String,
        _ target: String,
        _ headers: HTTPHeaders,
        byteCount: Int?
    ) -> HTTPRequest {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        var headers = headers
        if headers["Host"] == nil { headers["Host"] = "localhost:4566" }
        if headers["Content-Length"] == nil { headers["Content-Length"] = byteCount.map(String.init) }
        return HTTPRequest(
            method: method,
            rawPath: parts[0],
            rawQuery: parts.count == 2 ? parts[1] : "",
            headers: headers,
            port: 4566
        )
    }

    private final class Box: Sendable {
        let value = Mutex<Result<S3Answer, any Error>?>(nil)
    }
}
