import LocalHTTP
import LocalServiceKit
import LocalStore

/// Tells of an object what a read would, without its bytes (the server leaves them out).
struct HeadObject: S3Action {
    private let read: ObjectRead

    init(_ call: S3Call) throws(ServiceError) {
        read = try ObjectRead(call)
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        try read.response(database, files)
    }
}
