import Dispatch
import Foundation
import LocalDynamoDB
import LocalHTTP
import LocalServiceKit
import LocalStore
import Synchronization
import TestClock

/// The services over a store of their own, on a clock that is moved by hand, called as any client calls them.
final class DynamoDBStore {
    /// The clock that the services follow.
    let clock = AdjustableClock()
    /// The store.
    let writer: StateWriter
    private let service: DynamoDBService
    private let directory: String

    private static let context = ActionContext(
        location: Location(account: "000000000000", region: "us-east-1"),
        requestID: "request",
        baseURL: "http://localhost:4566"
    )

    init() throws {
        // In memory where that is possible: what a test commits need not survive a power failure.
        let memory = "/dev/shm"
        let isInMemory = FileManager.default.isWritableFile(atPath: memory)
        let parent = isInMemory ? memory : FileManager.default.temporaryDirectory.path
        directory = parent + "/dynamodb-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        writer = try StateWriter(path: directory + "/state.db", clock: clock)
        service = try DynamoDBService(ServiceEnvironment(writer: writer, clock: clock))
    }

    deinit {
        writer.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Sends an action whose input is the given JSON text and waits for its answer.
    @discardableResult
    func call(_ action: String, _ input: String) throws -> DynamoDBAnswer {
        let request = HTTPRequest(
            method: "POST",
            rawPath: "/",
            headers: [
                "Host": "localhost:4566", "Content-Type": "application/x-amz-json-1.0",
                "X-Amz-Target": "DynamoDB_20120810.\(action)",
            ],
            body: .bytes(Array(input.utf8))
        )
        let received = Mutex<HTTPResponse?>(nil)
        let semaphore = DispatchSemaphore(value: 0)
        let reply = Reply { response in
            received.withLock { $0 = response }
            semaphore.signal()
        }
        service.handle(request, Self.context, reply: reply)
        semaphore.wait()
        return DynamoDBAnswer(received.withLock { $0 } ?? HTTPResponse(status: 500))
    }

    /// Creates the table `photos` whose key is `id`, a string, and `n`, a number, where `isSorted` says so.
    func createTable(_ name: String = "photos", isSorted: Bool = false) throws {
        let sortElement = isSorted ? #", {"AttributeName": "n", "KeyType": "RANGE"}"# : ""
        let sortAttribute = isSorted ? #", {"AttributeName": "n", "AttributeType": "N"}"# : ""
        let answer = try call(
            "CreateTable",
            """
            {"TableName": "\(name)", "BillingMode": "PAY_PER_REQUEST",
             "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}\(sortElement)],
             "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}\(sortAttribute)]}
            """
        )
        precondition(answer.status == 200, answer.text)
    }
}
