import LocalHTTP
import LocalServiceKit
import LocalStore

/// One of S3's operations: its input, read and checked, and what it does to the state.
protocol S3Action: Sendable {
    /// Whether the request's body is an object's, which goes to a file.
    static var takesObjectBody: Bool { get }
    /// Whether it makes or begins to make an object, which `s3:PutObject` allows.
    static var storesObject: Bool { get }

    /// Reads and checks the input.
    init(_ call: S3Call) throws(ServiceError)

    /// Does it, inside a transaction.
    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse
}

extension S3Action {
    static var takesObjectBody: Bool { false }
    static var storesObject: Bool { takesObjectBody }
}
